// The keys: read from the page, remapped by the reader, and switched off where somebody wants none.

const REMAPPED = "regesta-keys";
const OFF = "regesta-keys-off";

/** @typedef {{key: string, name: string, does: string}} Key */

/** @returns {Key[]} */
export const table = () => {
  const mine = JSON.parse(localStorage.getItem(REMAPPED) ?? "{}");
  return JSON.parse(document.body.dataset.keys).map((each) => ({ ...each, key: mine[each.name] ?? each.key }));
};

/** Gives an act another key; an empty one gives it its own back. */
export const remap = (name, key) => {
  const mine = JSON.parse(localStorage.getItem(REMAPPED) ?? "{}");
  if (key) mine[name] = key;
  else delete mine[name];
  localStorage.setItem(REMAPPED, JSON.stringify(mine));
  label();
};

/** Whether single keys do anything. */
export const areOn = () => localStorage.getItem(OFF) !== "1";

/** Switches the keys on or off. */
export const switchTo = (on) => localStorage.setItem(OFF, on ? "0" : "1");

/** Writes the keys that hold now on the buttons. */
export const label = (root = document) => {
  const names = Object.fromEntries(table().map((each) => [each.name, each.key]));
  for (const button of root.querySelectorAll("[data-do] > kbd")) {
    const key = names[button.parentElement.dataset.do];
    if (key) button.textContent = key;
  }
};

const isTyping = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

/** Calls what a key stands for. @param {(name: string, event: KeyboardEvent) => boolean} act true where it was done */
export const listen = (act) => {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "Escape") return act("cancel", event);
    if (!areOn() || document.querySelector("dialog[open]")) return;
    const onButton = event.target instanceof Element && event.target.closest("button, a, summary");
    if (event.key === "Enter" && !onButton) return act("enter", event) && event.preventDefault();
    const digit = event.shiftKey && /^Digit[1-9]$/.test(event.code) ? event.code.slice(5) : "";
    const name = digit ? `choose-${digit}` : table().find((each) => each.key === event.key)?.name;
    if (name && act(name, event)) event.preventDefault();
  });
};
