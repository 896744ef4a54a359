// Many decisions in one act, each of which is shown before.

import { close, open } from "./dialog.js";
import { follow } from "./decide.js";
import { say } from "./announce.js";
import { current } from "./items.js";
import { label } from "./keys.js";
import { piece } from "./piece.js";

const ticked = (form, which) => [...form.querySelectorAll(`input${which}:checked`)];

const placeOf = ({ dataset }) => [dataset.source, [Number(dataset.start), Number(dataset.end)]];

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
    const chosen = event.submitter?.value ?? "accept";
    close();
    if (act === "complete") follow({ do: chosen, source, labels: ticked(form, "[name=label]").map(({ value }) => value) });
    else if (act === "elsewhere") follow({ do: act, key, digest, places: ticked(form, "[data-start]").map(placeOf) });
    else if (items.length) follow({ do: act, key, digest, source, piece: Number(piece), answer: chosen, items });
  });
  form.querySelector("[data-scope]")?.addEventListener("click", ({ currentTarget }) => everywhere(currentTarget.dataset.scope));
};

/** One decision about the name that is shown, wherever it is open. */
export const everywhere = (scope = "source") => {
  if (current().startsWith("mention:")) offer(`/everywhere?key=${encodeURIComponent(current())}&scope=${scope}`);
};

/** Whether the source is reviewed to the end. */
export const finish = (event) => {
  const named = event?.target instanceof Element ? event.target.closest("[data-source]") : null;
  const { source } = (named ?? document.querySelector(".words"))?.dataset ?? {};
  if (source) offer(`/finish/${source}`);
};

let added = "";

/** The words that were added last, wherever else they stand. */
export const elsewhere = () => {
  if (added) offer(`/elsewhere?key=${encodeURIComponent(added)}`);
};

addEventListener("added", async ({ detail: key }) => {
  added = key;
  const made = document.createElement("template");
  made.innerHTML = await piece(`/elsewhere?key=${encodeURIComponent(key)}`);
  const { said } = made.content.querySelector("form")?.dataset ?? {};
  if (!said || added !== key) return;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.do = "elsewhere";
  button.innerHTML = '<kbd aria-hidden="true">w</kbd>';
  button.append(`${said}…`);
  const line = document.querySelector("[data-role=saved]");
  line?.append(" ", button);
  if (line) label(line);
  say(`${said} of the same words`);
});

/** What is surely right on this page. */
export const sure = () => {
  const { source, piece } = document.querySelector(".words")?.dataset ?? {};
  if (source) offer(`/sure/${source}/${piece}`);
};
