// Ranking rival values: one is preferred by its number, deprecated with shift; each rank is one act.

import { show } from "./announce.js";
import { follow, undo } from "./decide.js";
import { close } from "./dialog.js";
import { help } from "./help.js";
import { current, shownCard } from "./items.js";
import { leave } from "./leave.js";
import { start } from "./start.js";

const note = () => /** @type {HTMLInputElement|null} */ (document.getElementById("note"));

const give = (rank, number) => {
  const card = shownCard();
  if (!card?.dataset.digest || (number && !card.querySelector(`[data-side="${number}"]`))) return false;
  const { key, digest } = card.dataset;
  const seen = card.cloneNode(true);
  show("saving…");
  const side = number ? number - 1 : null;
  return follow({ do: "rank", key, digest, rank, side, note: note()?.value.trim() ?? "" }, { seen });
};

const beside = (way) => current() && leave(`/ranks?${way}=${encodeURIComponent(current())}`);

const ACTS = {
  level: () => give("normal", 0),
  note: () => note()?.focus(),
  skip: () => beside("after"),
  previous: () => beside("before"),
  undo,
  find: () => document.getElementById("query").focus(),
  help,
  cancel: () => {
    close();
    document.getElementById("record").focus();
  },
};

const RANKS = { side: "preferred", normal: "normal", choose: "deprecated" };

const act = (name, event) => {
  const [, which, number] = name.match(/^(side|normal|choose)-(\d+)$/) ?? [];
  if (which) return give(RANKS[which], Number(number)) !== false;
  return name in ACTS && ACTS[name](event) !== false;
};

note()?.addEventListener("keydown", (event) => {
  if (event.key === "Enter") document.getElementById("record").focus();
});
start(act);
document.body.dataset.ready = "1";
