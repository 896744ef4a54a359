// The outbox: acts are sent one after the other, and each is kept until the server says the line in which it stands.
// What was not confirmed outlives the page, so that a crash of browser or server loses nothing unseen.

import { afterPaint } from "./later.js";

const KEPT = "regesta-unsaved-";
// A tab has its own box; what another left is offered only when that must be gone.
const OWN = sessionStorage.getItem("regesta-tab") ?? String(Math.random()).slice(2);
sessionStorage.setItem("regesta-tab", OWN);
const GONE = 30_000;
const waiting = [];
let busy = false;
let stopped = false;

/** @typedef {{asked: object, told: (answer: object) => void, refused: (why: object) => void}} Letter */

const keep = () => {
  const asked = waiting.map((letter) => letter.asked);
  if (asked.length) localStorage.setItem(KEPT + OWN, JSON.stringify({ at: Date.now(), asked }));
  else localStorage.removeItem(KEPT + OWN);
};

/** What was never confirmed when the page was last left. */
export const leftOver = () => {
  const found = [];
  for (const name of Object.keys(localStorage).filter((each) => each.startsWith(KEPT))) {
    const { at, asked } = JSON.parse(localStorage.getItem(name));
    if (name !== KEPT + OWN && Date.now() - at < GONE) continue;
    localStorage.removeItem(name);
    found.push(...asked);
  }
  return found;
};

/** How many acts are not confirmed yet. */
export const unsaved = () => waiting.length;

/** Whether sending has stopped because something could not be saved. */
export const isStopped = () => stopped;

/** Sends an act after those before it; settles when it is on disk, or was refused. */
export const send = (asked) =>
  new Promise((told, refused) => {
    waiting.push({ asked, told, refused });
    afterPaint(() => {
      keep();
      if (!stopped) post();
    });
  });

/** Tries once more what could not be saved. */
export const retry = () => {
  stopped = false;
  post();
};

/** Settles when nothing waits any more. */
export const drained = async () => {
  while (waiting.length && !stopped) await new Promise((done) => setTimeout(done, 15));
  return !waiting.length;
};

const fail = (why) => {
  stopped = true;
  dispatchEvent(new CustomEvent("notsaved", { detail: { why, count: waiting.length } }));
};

const post = async () => {
  if (busy || !waiting.length) return;
  busy = true;
  const letter = waiting[0];
  const answer = await ask(letter.asked);
  busy = false;
  if (answer.lost) return fail(answer);
  waiting.shift();
  keep();
  if (answer.line) letter.told(answer);
  else letter.refused(answer);
  post();
};

const ask = async (asked) => {
  try {
    const response = await fetch("/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
    });
    if (!response.headers.get("content-type")?.includes("json")) {
      return { lost: true, what: `the server answered ${response.status}` };
    }
    return await response.json();
  } catch {
    return { lost: true, what: "the server does not answer", remedy: "Start `regesta review` again, then try again." };
  }
};

addEventListener("pagehide", keep);
addEventListener("beforeunload", (event) => {
  if (waiting.length) event.preventDefault();
});
