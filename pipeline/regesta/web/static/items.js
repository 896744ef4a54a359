// The items of this view, in order, and which of them is asked now.

/** All elements of an item: a mention that others cross has several marks. */
export const elementsOf = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"][data-digest]`)];

/** The keys in the order of the text, mentions before claims. @returns {string[]} */
export const keys = () => [
  ...new Set([...document.querySelectorAll("#text [data-digest]")].map((each) => each.dataset.key)),
];

/** The card that is shown. @returns {HTMLElement|null} */
export const shownCard = () => document.querySelector("#record .card[data-key]");

/** The key of the item that is asked. */
export const current = () => shownCard()?.dataset.key ?? "";

const STANDING = ["open", "accepted", "rejected", "skipped", "disagreed"];

/** Paints how an item stands. */
export const paint = (key, status, digest = "") => {
  for (const each of elementsOf(key)) {
    if (each.matches(".card")) each.dataset.status = status;
    else {
      each.classList.remove(...STANDING);
      each.classList.add(status);
      const how = each.querySelector(".how");
      if (how) how.textContent = ` ${status === "open" ? "to decide" : status}`;
    }
    if (digest) each.dataset.digest = digest;
  }
};

/** Paints which item is asked. */
export const point = (key) => {
  for (const each of document.querySelectorAll("#text [aria-current]")) each.removeAttribute("aria-current");
  for (const each of elementsOf(key)) if (each.closest("#text")) each.setAttribute("aria-current", "true");
};

/** Pixels that are left between an item and the edge of what holds it. */
const AIR = 48;

/**
 * Scrolls what holds something so that it stands in the upper third, unless it is in sight: the text stays still while
 * one reads on. The browser has to lay the page out for it, so nothing is to be changed after.
 */
export const bring = (holder, shown) => {
  if (!holder || !shown) return;
  const [frame, box] = [holder.getBoundingClientRect(), shown.getBoundingClientRect()];
  const down = box.top < frame.top + AIR || box.bottom > frame.bottom - AIR ? box.top - frame.top - frame.height / 3 : 0;
  const across = box.left < frame.left || box.right > frame.right ? box.left - frame.left - frame.width / 3 : 0;
  if (down || across) holder.scrollBy(across, down);
};

/** Brings the item that is asked into view. */
export const reveal = () => bring(document.getElementById("text"), document.querySelector("#text [aria-current]"));

const isLate = (key) => elementsOf(key).some((each) => each.matches(".late"));

/** The key of the next item of the same kind that waits, from one on; empty where none does. */
export const nextWaiting = (key) => {
  const all = keys();
  const kind = key.split(":")[0];
  // What is more likely wrong comes behind all others of the source, not of this page.
  const late = isLate(key);
  return (
    all
      .slice(all.indexOf(key) + 1)
      .find((each) => each.startsWith(kind) && isLate(each) === late && elementsOf(each)[0]?.matches(".open, .skipped:not(.passed)")) ?? ""
  );
};

/** The key beside one in the order of the text; empty at the end. */
export const beside = (key, step) => {
  const all = keys();
  const at = all.indexOf(key) + step;
  return at < 0 ? "" : (all[at] ?? "");
};
