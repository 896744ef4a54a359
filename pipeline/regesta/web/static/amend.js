// Changing a record: a form that the keys open, edges that the keys move, and an alternative chosen by its number.

import { decide } from "./decide.js";
import * as edges from "./edges.js";
import { shownCard } from "./items.js";
import { say } from "./announce.js";

const form = () => /** @type {HTMLFormElement|null} */ (document.querySelector("#record form.amend"));

/** Opens the form. */
export const edit = (focus = true) => {
  if (!form()) return;
  form().hidden = false;
  if (focus) form().querySelector("select, input")?.focus();
};

/** Closes the form and lets go of the edges. */
export const leave = () => {
  edges.release();
  if (!form() || form().hidden) return false;
  form().reset();
  form().hidden = true;
  document.getElementById("record").focus();
  return true;
};

/** Moves an edge of the mention by a word. */
export const edge = (which, step) => {
  const start = Number(form()?.dataset.start ?? NaN);
  if (Number.isNaN(start)) return false;
  if (!edges.moved()) edges.begin(start, Number(form().dataset.end));
  edges.move(which, step);
  edit(false);
  const words = edges.words();
  form().querySelector(".edge").textContent = words;
  say(words);
  return true;
};

/** The act that the form says; null where it is not open. */
export const changes = () => {
  const made = form();
  if (!made || made.hidden) return null;
  const field = (name) => made.elements.namedItem(name);
  const changed = (name) => {
    const input = field(name);
    if (!input) return undefined;
    const before = input.matches("select") ? [...input.options].find((each) => each.defaultSelected)?.value : input.defaultValue;
    return input.value === before ? undefined : input.value.trim();
  };
  if (shownCard().dataset.key.startsWith("claim:")) {
    const slots = {};
    for (const input of made.querySelectorAll("[name^=slot-]")) if (input.value.trim()) slots[input.name.slice(5)] = input.value.trim();
    return { do: "amend-claim", type: changed("type"), stance: changed("stance"), by: changed("by"), slots };
  }
  const span = edges.moved() ?? undefined;
  return { do: "amend", label: changed("label"), value: changed("value"), title: changed("title"), span };
};

/** Saves what the form says. */
export const save = () => {
  const changed = changes();
  if (!changed) return false;
  const { do: act, ...more } = changed;
  return decide(act, more);
};

/** Takes another reading. */
export const choose = (value) => decide("amend", { value });

/** Takes another label. */
export const relabel = (label) => {
  const card = shownCard();
  if (!card?.dataset.key.startsWith("mention:")) return false;
  const is = form()?.elements.namedItem("label").value;
  return is === label ? decide("accept") : decide("amend", { label });
};
