// Many decisions in one act, each of which is shown before.

import { close, open } from "./dialog.js";
import { follow } from "./decide.js";
import { current } from "./items.js";
import { piece } from "./piece.js";

/** Shows what an act would decide. */
const offer = async (address) => {
  const html = await piece(address);
  if (!html) return;
  open(html);
  const form = document.querySelector("#dialog form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const items = [...form.querySelectorAll("input[data-digest]:checked")].map(({ dataset }) => ({ key: dataset.key, digest: dataset.digest }));
    const { offer: act, key = "", digest = "", source = "", piece = "0" } = form.dataset;
    close();
    if (items.length) follow({ do: act, key, digest, source, piece: Number(piece), answer: event.submitter?.value ?? "accept", items });
  });
  form.querySelector("[data-scope]")?.addEventListener("click", ({ currentTarget }) => everywhere(currentTarget.dataset.scope));
};

/** One decision about the name that is shown, wherever it is open. */
export const everywhere = (scope = "source") => {
  if (current().startsWith("mention:")) offer(`/everywhere?key=${encodeURIComponent(current())}&scope=${scope}`);
};

/** What is surely right on this page. */
export const sure = () => {
  const { source, piece } = document.querySelector(".words")?.dataset ?? {};
  if (source) offer(`/sure/${source}/${piece}`);
};
