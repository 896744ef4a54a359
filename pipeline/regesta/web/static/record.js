// The record of an item, fetched before it is needed, so that it is painted in the same moment as the answer.

import { say, show } from "./announce.js";
import { label } from "./keys.js";
import { beside, bring, current, elementsOf, nextWaiting, point, reveal, shownCard } from "./items.js";
import { afterPaint, whenIdle } from "./later.js";
import { piece } from "./piece.js";

/** @type {Map<string, Promise<string>>} */
const fetched = new Map();
/** @type {Map<string, string>} */
const ready = new Map();

/** Forgets what was fetched, since it may have changed. */
export const forget = (key = "") => {
  if (key) fetched.delete(key) && ready.delete(key);
  else fetched.clear() || ready.clear();
};

const get = (key) => {
  if (!fetched.has(key)) {
    fetched.set(
      key,
      piece(`/card?key=${encodeURIComponent(key)}`).then((html) => {
        if (html) ready.set(key, html);
        else fetched.delete(key);
        return html;
      }),
    );
  }
  return fetched.get(key);
};

/** Fetches the cards that are likely to be asked next. */
export const prepare = (key) => {
  let next = key;
  for (let ahead = 0; ahead < 3 && next; ahead += 1) {
    next = nextWaiting(next);
    if (next) get(next);
  }
  const other = beside(key, 1);
  if (other) get(other);
};

const put = (key, html) => {
  const record = document.getElementById("record");
  const held = record.contains(document.activeElement) && document.activeElement !== record ? document.activeElement : null;
  record.innerHTML = html;
  label(record);
  // Who comes with the tab key stays at the same button of the next record.
  if (held) (record.querySelector(`[data-do="${CSS.escape(held.dataset.do ?? "")}"]`) ?? record).focus({ preventScroll: true });
  tint();
  leaf(key);
};

let wanted = "";

/** The item that is to be shown: its record may still be on its way. */
export const here = () => wanted || current();

/** Shows an item: its place at once, its record as soon as it is here, unless another is wanted by then. */
export const go = async (key) => {
  wanted = key;
  point(key);
  if (!ready.has(key)) {
    reveal();
    await get(key);
  }
  if (wanted !== key) return false;
  const html = ready.get(key);
  if (!html) return false;
  forget(key);
  // Taken only now: while the record was fetched, the answer before may have been confirmed.
  const line = document.querySelector("[data-role=saved]");
  const said = line ? [line.textContent, line.className] : null;
  put(key, html);
  if (said) show(said[0], said[1].replace("saved", "").trim());
  reveal();
  afterPaint(() => arrived(key));
  return true;
};

/** Milliseconds after which somebody rests at an item: a browser takes longer for its address than for its record. */
const PAUSE = 300;
let resting = 0;

/** What follows once an item is shown, unless the next one is shown by then. */
const arrived = (key) => {
  const card = shownCard();
  if (card?.dataset.key !== key) return;
  const words = elementsOf(key).find((each) => each.closest("#text"))?.textContent ?? "";
  say(`${card.getAttribute("aria-label")}: ${words}`);
  clearTimeout(resting);
  resting = setTimeout(() => history.replaceState(null, "", `${location.pathname}?at=${key}`), PAUSE);
  whenIdle(() => prepare(key));
};

/** Tints the passage and the cited words of a claim in the text. */
export const tint = () => {
  const card = document.querySelector("#record .card");
  for (const each of document.querySelectorAll(".tinted, [data-slot]")) {
    each.classList.remove("tinted");
    delete each.dataset.slot;
  }
  if (!card?.dataset.passage) return;
  for (const each of document.querySelectorAll(`[data-passage="${card.dataset.passage}"].passage`)) each.classList.add("tinted");
  for (const cite of (card.dataset.cites ?? "").split(" ").filter(Boolean)) {
    const [id, slot] = cite.split("=");
    for (const each of elementsOf(`mention:${id}`)) each.dataset.slot = slot;
  }
  bring(document.getElementById("text"), document.querySelector(".tinted"));
};

let drawn = 0;

/** Puts the boxes of an item on the page as it looks; the picture stays where it is the same. */
export const leaf = async (key) => {
  const place = document.getElementById("leaf");
  const words = document.querySelector(".words");
  if (!place || !words) return;
  const turn = (drawn += 1);
  const html = await piece(`/leaf/${words.dataset.source}/${words.dataset.piece}?at=${encodeURIComponent(key)}`);
  if (!html || turn !== drawn) return;
  const made = document.createElement("template");
  made.innerHTML = html;
  const pages = (root) => [...root.querySelectorAll("[data-page]")].map((each) => each.dataset.page).join();
  if (pages(made.content) === pages(place)) {
    const fresh = made.content.querySelectorAll("svg");
    place.querySelectorAll("svg").forEach((each, n) => each.replaceWith(fresh[n]));
  } else place.replaceChildren(made.content);
  showBox();
};

/** Scrolls the page as it looks to the first box. */
export const showBox = () => {
  const place = document.getElementById("leaf");
  bring(place, place?.querySelector("rect"));
};
