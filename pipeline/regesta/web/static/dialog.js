// The one dialog: what it shows comes from elsewhere; it gives the focus back when it closes.

const dialog = () => /** @type {HTMLDialogElement} */ (document.getElementById("dialog"));

/** Opens the dialog with a form in it. @param {Node|string} content markup from this server, or an element */
export const open = (content) => {
  if (typeof content === "string") dialog().innerHTML = content;
  else dialog().replaceChildren(content);
  if (!dialog().open) dialog().showModal();
};

/** Closes it. */
export const close = () => dialog().close();

/** Asks for a line of words; settles with null where nobody said any. */
export const askFor = (question, value = "") =>
  new Promise((answer) => {
    const form = document.createElement("form");
    const label = document.createElement("label");
    const title = document.createElement("h2");
    const input = document.createElement("input");
    const row = document.createElement("div");
    title.id = "dialog-title";
    title.textContent = question;
    label.textContent = "Words";
    input.value = value;
    row.className = "row";
    row.innerHTML = '<button type="submit">Save</button><button type="button" data-do="cancel">Cancel</button>';
    label.append(input);
    form.append(title, label, row);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      close();
      answer(input.value.trim() || null);
    });
    dialog().addEventListener("close", () => answer(null), { once: true });
    open(form);
    input.focus();
  });
