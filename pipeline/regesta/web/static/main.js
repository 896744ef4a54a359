// The review page: what each key and button does.

import * as amend from "./amend.js";
import { askFor, close } from "./dialog.js";
import { decide, undo } from "./decide.js";
import * as edges from "./edges.js";
import { help } from "./help.js";
import { beside, current, shownCard } from "./items.js";
import { leave } from "./leave.js";
import { elsewhere, everywhere, finish, sure } from "./offers.js";
import { go, prepare, showBox, tint } from "./record.js";
import * as selection from "./selection.js";
import { start } from "./start.js";

const step = (way) => {
  const key = beside(current(), way);
  if (key) return go(key);
  return turn(way > 0 ? "on" : "back");
};

const turn = (way) => {
  const link = document.querySelector(`a[data-turn=${way}]`);
  return link ? leave(link.href) : undefined;
};

const note = async () => {
  const words = await askFor("Note; it decides nothing");
  if (words) decide("note", { note: words });
};

const goWhere = async () => {
  const words = await askFor("Go to a page by its number, or to an id");
  const { source } = document.querySelector(".words")?.dataset ?? {};
  if (!words) return;
  if (/^\d+$/.test(words) && source) await leave(`/read/${source}/${words}`);
  else await leave(`/at/${encodeURIComponent(words.includes(":") ? words : `mention:${words}`)}`);
};

const SIZES = ["1", "1.5", "2.2"];

/** Draws the page as it looks in the next size, which is kept. */
const zoom = () => {
  const { style } = document.body;
  style.setProperty("--zoom", SIZES[SIZES.indexOf(style.getPropertyValue("--zoom") || "1") + 1] ?? "1");
  localStorage.setItem("regesta-zoom", style.getPropertyValue("--zoom"));
  showBox();
};

const find = () => document.getElementById("query").focus();

const label = (n, name) => selection.number(n) || amend.relabel(name);

const edge = (way, event) => {
  if (selection.isAdding()) {
    edges.move(event.shiftKey ? "start" : "end", way);
    selection.tell();
    return true;
  }
  return amend.edge(event.shiftKey ? "start" : "end", way);
};

const forward = (way) => {
  if (!selection.isAdding()) return step(way);
  edges.walk(way);
  selection.tell();
  return undefined;
};

const cancel = () => {
  close();
  if (selection.span()) selection.drop();
  else amend.leave();
};

const ACTS = {
  accept: () => decide("accept"),
  keep: () => decide("keep"),
  reject: () => decide("reject"),
  amend: () => amend.edit(),
  date: () => label(0, "DATE"),
  place: () => label(1, "PLACE"),
  person: () => label(2, "PERSON"),
  org: () => label(3, "ORG"),
  recall: () => decide("recall"),
  everywhere: () => everywhere(),
  skip: () => decide("skip"),
  undo,
  next: () => forward(1),
  previous: () => forward(-1),
  find,
  add: () => selection.pick(),
  note,
  help,
  goto: goWhere,
  zoom,
  complete: finish,
  elsewhere,
  ranks: () => leave("/ranks"),
  sure,
  claim: () => selection.addClaim(),
  "end-on": (event) => edge(1, event),
  "end-back": (event) => edge(-1, event),
  "page-on": () => turn("on"),
  "page-back": () => turn("back"),
  cancel,
  enter: () => amend.save(),
};

const act = (name, event) => {
  if (name.startsWith("choose-")) {
    const chosen = document.querySelectorAll("#record [data-choose]")[Number(name.slice(7)) - 1];
    if (chosen) inTurn(() => amend.choose(chosen.dataset.choose));
    return Boolean(chosen);
  }
  if (!ACTS[name]) return false;
  return inTurn(() => ACTS[name](event)) !== false;
};

let busy = null;

/** Does something as soon as what was typed before has come to its record; at once where nothing is under way. */
const inTurn = (work) => {
  const made = busy ? busy.then(work) : work();
  if (made instanceof Promise) {
    const mine = made.catch(() => {}).then(() => {
      if (busy === mine) busy = null;
    });
    busy = mine;
  }
  return made;
};

addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest("[data-take], [data-choose]");
  if (button) {
    const { take, choose } = button.dataset;
    if (take) decide("take", { reviewer: take });
    else amend.choose(choose);
    return;
  }
  const item = target?.closest("#text [data-digest]");
  if (item && getSelection()?.isCollapsed) {
    event.preventDefault();
    inTurn(() => go(item.dataset.key)); // keys that are typed behind the click are meant for it
  }
});

addEventListener("submit", (event) => {
  if (event.target.matches("form.amend")) {
    event.preventDefault();
    amend.save();
  }
});

start(act);
document.body.style.setProperty("--zoom", localStorage.getItem("regesta-zoom") ?? "1");
tint();
if (shownCard()) {
  document.querySelector("#text [aria-current]")?.scrollIntoView({ block: "center" });
  prepare(current());
  const picture = document.querySelector("#leaf img");
  if (picture?.complete) showBox();
  else picture?.addEventListener("load", showBox);
}
document.body.dataset.ready = "1";
