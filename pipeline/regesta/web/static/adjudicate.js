// Settling conflicts: a side by its number, both, nothing, or the first with changes; each ruling is one act.

import * as amend from "./amend.js";
import { show } from "./announce.js";
import { follow, undo } from "./decide.js";
import { close } from "./dialog.js";
import { help } from "./help.js";
import { current, shownCard } from "./items.js";
import { leave } from "./leave.js";
import { start } from "./start.js";

const note = () => /** @type {HTMLInputElement|null} */ (document.getElementById("note"));

const rule = (ruling, more = {}) => {
  const card = shownCard();
  if (!card?.dataset.items) return false;
  const seen = card.cloneNode(true);
  show("saving…");
  return follow({ do: "rule", ruling, items: JSON.parse(card.dataset.items), note: note()?.value.trim() ?? "", ...more }, { seen });
};

const take = (number) => {
  const side = document.querySelectorAll("#record .sides [data-side]")[number - 1];
  return side ? rule("take", { reviewer: side.dataset.side }) : false;
};

const beside = (way) => current() && leave(`/conflicts?${way}=${encodeURIComponent(current())}`);

const save = () => {
  const changed = amend.changes();
  if (!changed) return false;
  const { do: _, ...more } = changed;
  return rule("amend", more);
};

const cancel = () => {
  close();
  amend.leave();
  document.getElementById("record").focus();
};

const ACTS = {
  both: () => rule("both"),
  nothing: () => rule("nothing"),
  amend: () => amend.edit(),
  note: () => note()?.focus(),
  skip: () => beside("after"),
  previous: () => beside("before"),
  undo,
  find: () => document.getElementById("query").focus(),
  help,
  "end-on": (event) => amend.edge(event.shiftKey ? "start" : "end", 1),
  "end-back": (event) => amend.edge(event.shiftKey ? "start" : "end", -1),
  enter: save,
  cancel,
};

const act = (name, event) => {
  if (name.startsWith("side-")) return take(Number(name.slice(5))) !== false;
  return name in ACTS && ACTS[name](event) !== false;
};

document.addEventListener("submit", (event) => {
  if (event.target.matches("form.amend")) {
    event.preventDefault();
    save();
  }
});
note()?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") document.getElementById("record").focus();
});
start(act);
document.body.dataset.ready = "1";
