// Words that somebody selects, or picks with the keys, and what they can become: a mention, a claim, a slot of a claim.

import { show, say } from "./announce.js";
import { close, open } from "./dialog.js";
import { follow, decide } from "./decide.js";
import * as edges from "./edges.js";
import { current, shownCard } from "./items.js";
import { rangeOf, selectedSpan } from "./offsets.js";

const LABELS = [["DATE", "Date"], ["PLACE", "Place"], ["PERSON", "Person"], ["ORG", "Organisation"]];
const SLOTS = ["when", "where", "who", "count", "outcome"];
let adding = false;

/** Whether words are picked to be added. */
export const isAdding = () => adding;

/** The span that is selected, or picked; null where none is. */
export const span = () => selectedSpan() ?? (adding ? edges.moved() : null);

const place = () => document.querySelector(".words")?.dataset;

/** Begins to pick words, after those that are asked about. */
export const pick = () => {
  const chosen = selectedSpan();
  const form = document.querySelector("#record form.amend[data-end]");
  adding = true;
  if (chosen) edges.begin(...chosen);
  else edges.beginAfter(Number(form?.dataset.end ?? 0));
  rangeOf(...edges.moved())?.startContainer.parentElement?.scrollIntoView({ block: "nearest" });
  draw();
  tell();
};

/** Says which words are picked. */
export const tell = () => say(`Picked: ${edges.words()}`);

/** Lets go of what was picked or selected. */
export const drop = () => {
  adding = false;
  edges.release();
  getSelection()?.removeAllRanges();
  draw();
};

/** Adds the words as a mention. */
export const addMention = (label) => {
  const chosen = span();
  if (!chosen) return undefined;
  drop();
  show("saving…");
  return follow({ do: "add", key: "", source: place().source, span: chosen, label });
};

/** Fills a slot of the claim that is shown with the words. */
export const fill = (slot) => {
  const chosen = span();
  if (!chosen || !current().startsWith("claim:")) return undefined;
  drop();
  return decide("fill", { slot, span: chosen });
};

/** Asks what happened, and adds a claim that rests on the words. */
export const addClaim = () => {
  const chosen = span();
  if (!chosen) return show("Select the words that say it first.", "wrong");
  const source = place().source;
  const form = document.createElement("form");
  form.innerHTML =
    '<h2 id="dialog-title">What happened, by these words?</h2><p><q></q></p><label>What happened<select></select></label>' +
    '<div class="row"><button type="submit">Add the claim</button><button type="button" data-do="cancel">Cancel</button></div>';
  form.querySelector("q").textContent = rangeOf(...chosen)?.toString() ?? "";
  for (const each of (document.body.dataset.types ?? "").split(" ")) form.querySelector("select").append(new Option(each));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    drop();
    follow({ do: "add-claim", key: "", source, span: chosen, type: form.querySelector("select").value });
  });
  open(form);
};

const choice = (words, key, act) => {
  const button = document.createElement("button");
  button.type = "button";
  const kbd = document.createElement("kbd");
  kbd.textContent = key;
  button.append(kbd, words);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", act);
  return button;
};

/** Shows what the words can become. */
export const draw = () => {
  const bar = document.getElementById("selection");
  if (!bar) return;
  const chosen = span();
  bar.hidden = !chosen;
  if (!chosen || (bar.childElementCount && bar.dataset.kind === String(shownCard()?.dataset.key))) return;
  bar.dataset.kind = String(shownCard()?.dataset.key);
  const isClaim = current().startsWith("claim:");
  bar.replaceChildren(
    isClaim ? "Fill: " : "Add as: ",
    ...(isClaim
      ? SLOTS.map((slot, n) => choice(slot, String(n + 1), () => fill(slot)))
      : LABELS.map(([label, words], n) => choice(words, String(n + 1), () => addMention(label)))),
    choice("Claim", "c", addClaim),
    choice("Cancel", "Esc", drop),
  );
};

/** What a number key means while words are chosen, which settles when it is done; false where none are. */
export const number = (n) => {
  if (!span()) return false;
  const done = current().startsWith("claim:") ? fill(SLOTS[n]) : LABELS[n] && addMention(LABELS[n][0]);
  return done ?? true;
};

document.addEventListener("selectionchange", () => draw());
