// Deciding: an answer is painted at once, confirmed when it is on disk, and taken back where it was refused.

import { alarm, say, show } from "./announce.js";
import { close, open } from "./dialog.js";
import { release } from "./edges.js";
import { elementsOf, keys, nextWaiting, paint, point, shownCard } from "./items.js";
import { painted } from "./later.js";
import { leave } from "./leave.js";
import { drained, retry, send } from "./outbox.js";
import { piece } from "./piece.js";
import { forget, go, here, tint } from "./record.js";

const PAINTED = { accept: "accepted", keep: "accepted", recall: "accepted", amend: "accepted", reject: "rejected", skip: "skipped" };
PAINTED["amend-claim"] = PAINTED.fill = PAINTED.take = "accepted";

/** Answers the item that is shown. @param {string} act @param {object} more */
export const decide = async (act, more = {}) => {
  const card = shownCard();
  if (!card) return;
  const { key, digest, status } = card.dataset;
  release();
  if (PAINTED[act]) paint(key, PAINTED[act]);
  if (act === "skip") for (const each of elementsOf(key)) each.classList.add("passed");
  show("saving…");
  const next = act === "note" ? "" : nextWaiting(key);
  // The answer first: the next record is laid out once that stands on the screen.
  if (next) point(next);
  const shown = next && painted().then(() => go(next));
  const done = follow({ do: act, key, digest, ...more }, { next, status, seen: card });
  await (shown || done);
};

/** Where one comes when the last that waited is answered. */
const DONE = { key: "", address: "/done" };

/** After these the item stays that is asked. */
const STAYS = ["note", "add", "add-claim", "elsewhere", "complete", "incomplete"];

/** Sends an act and does what its answer asks for. */
export const follow = async (asked, { next = "", status = "", seen = null } = {}) => {
  try {
    const told = await send(asked);
    if (told.key) paint(told.key, told.status, told.digest);
    forget(told.key);
    count(told.left);
    const words = `saved, line ${told.line}: ${told.what}`;
    show(words, "done");
    if (told.redraw) await redraw();
    const asks = ["open", "skipped", "disagreed"].includes(status);
    if (STAYS.includes(asked.do) && !document.querySelector(".words")) await goTo({ key: "", address: "" }, words);
    else if (STAYS.includes(asked.do)) await go(asked.do === "note" ? asked.key : here());
    else if (!next || asked.do === "undo") await goTo(told.next ?? (asks ? DONE : null), words);
    else if (told.redraw) await go(here());
    show(words, "done");
    say(words);
    if (asked.do === "add") dispatchEvent(new CustomEvent("added", { detail: told.key }));
  } catch (why) {
    if (asked.key && status) paint(asked.key, status);
    refused(why, asked, seen);
  }
};

const refused = async (why, asked, seen) => {
  if (why.stale) return conflict(why, asked, seen);
  if (asked.key) await go(asked.key);
  show(`Not done: ${why.what}. ${why.remedy ?? ""}`, "wrong");
  say(`Not done: ${why.what}`);
};

/** Shows both versions of what has changed meanwhile; nothing is lost, and the reader decides again. */
const conflict = (why, asked, seen) => {
  const box = document.createElement("div"); // no form: the cards bring forms of their own
  box.className = "conflict";
  box.innerHTML =
    '<h2 id="dialog-title"></h2><p class="remedy"></p><div class="sides"><section><h3>As you saw it</h3></section>' +
    '<section><h3>As it stands now</h3></section></div><div class="row">' +
    '<button type="button" data-do="mine">Save mine all the same</button><button type="button" data-do="theirs">Leave it so</button></div>';
  box.querySelector("h2").textContent = "This has changed since you saw it";
  box.querySelector(".remedy").textContent = `Your answer was “${asked.ruling ?? asked.rank ?? asked.do}”. It is not saved: ${why.what}.`;
  const [saw, now] = box.querySelectorAll("section");
  if (seen) saw.append(seen.isConnected ? seen.cloneNode(true) : seen);
  now.insertAdjacentHTML("beforeend", why.now || "<p>It is not there any more.</p>");
  for (const each of box.querySelectorAll(".acts, form.amend")) each.remove();
  const digest = now.querySelector("[data-digest]")?.dataset.digest;
  for (const each of box.querySelectorAll("[data-digest]")) delete each.dataset.digest;
  box.querySelector("[data-do=mine]").hidden = !digest || !asked.key;
  box.querySelector("[data-do=mine]").addEventListener("click", () => {
    close();
    follow({ ...asked, digest });
  });
  box.querySelector("[data-do=theirs]").addEventListener("click", async () => {
    close();
    forget();
    if (asked.do === "rule") return leave("/conflicts");
    if (asked.do === "rank") return leave(`/ranks?at=${asked.key}`);
    await redraw();
    if (asked.key) await go(asked.key);
  });
  open(box);
};

/** Takes the last answer back. */
export const undo = () => follow({ do: "undo" });

/** Goes on to an item, in this view or in another one. */
export const goTo = async (to, words = "") => {
  if (!to) {
    say("Nothing waits any more.");
    if (await drained()) await go(here());
    return;
  }
  if (!to.address && document.querySelector(".words")) {
    await go(here());
    return;
  }
  const there = new URL(to.address || location.pathname, location.href);
  if (there.pathname === location.pathname && keys().includes(to.key)) await go(to.key);
  else if (await drained()) {
    sessionStorage.setItem("regesta-said", words);
    await leave(there.href);
  }
};

/** Draws the text anew, as it stands on the server. */
export const redraw = async () => {
  const words = document.querySelector("#text .words");
  if (!words) return;
  const html = await piece(`/text/${words.dataset.source}/${words.dataset.piece}`);
  if (!html) return;
  const place = document.getElementById("text");
  const top = place.scrollTop;
  place.innerHTML = html;
  place.scrollTop = top;
  forget();
  if (here()) point(here());
  tint();
};

/** Counts what is decided in this view. */
export const count = (left) => {
  const bar = document.getElementById("progress");
  const all = keys();
  const done = all.filter((key) => elementsOf(key)[0]?.matches(".accepted, .rejected, .disagreed")).length;
  if (bar) bar.value = done;
  const counts = document.getElementById("counts");
  if (counts) counts.textContent = bar ? `${done} of ${all.length} here, ${left} left in all` : `${left} left`;
};

addEventListener("notsaved", (event) => {
  const { why, count: kept } = event.detail;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Try again";
  button.addEventListener("click", () => {
    alarm();
    retry();
  });
  show("NOT SAVED", "wrong");
  alarm(`NOT SAVED: ${why.what}. ${why.remedy ?? ""} ${kept === 1 ? "Your answer is" : `Your ${kept} answers are`} kept here. `, button);
});

