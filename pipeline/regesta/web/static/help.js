// The table of keys, in which each can be given another.

import { remap, table } from "./keys.js";
import { open } from "./dialog.js";

const element = (tag, text, attributes = {}) => {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

/** Shows all keys. */
export const help = () => {
  const form = element("form");
  form.append(element("h2", "Keys", { id: "dialog-title" }));
  form.append(element("p", "Type another key into a field to use that one; empty it to have the first one back."));
  const list = element("dl", "", { class: "keys" });
  for (const each of table()) {
    const row = element("div");
    const term = element("dt");
    const input = element("input", "", { value: each.key, "aria-label": `Key for ${each.name}`, maxlength: "12" });
    input.addEventListener("change", () => remap(each.name, input.value));
    term.append(input);
    row.append(term, element("dd", `${each.name}: ${each.does}`));
    list.append(row);
  }
  form.append(list, element("p", `${document.body.dataset.shifted ?? ""} Escape leaves whatever is open.`.trim()));
  const row = element("div", "", { class: "row" });
  row.append(element("button", "Close", { type: "button", "data-do": "cancel" }));
  form.append(row);
  open(form);
};
