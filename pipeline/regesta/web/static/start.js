// What every view begins with: its keys and buttons, and what was not confirmed when a page was last left.

import { alarm, say, show } from "./announce.js";
import { follow } from "./decide.js";
import * as keys from "./keys.js";
import { leftOver } from "./outbox.js";

const offerLeftOver = () => {
  const kept = leftOver();
  if (!kept.length) return;
  const again = document.createElement("button");
  const away = document.createElement("button");
  again.textContent = "Try again";
  away.textContent = "Forget them";
  again.addEventListener("click", () => {
    alarm();
    for (const asked of kept) follow(asked);
  });
  away.addEventListener("click", () => alarm());
  alarm(`${kept.length} of your answers were not confirmed when the page was last left. `, again, away);
};

/** Listens to keys and buttons. @param {(name: string, event: Event) => boolean} act true where it was done */
export const start = (act) => {
  const box = document.getElementById("keys-on");
  box.checked = keys.areOn();
  box.addEventListener("change", () => {
    keys.switchTo(box.checked);
    show(box.checked ? "Keys are on." : "Keys are off; buttons do the same.");
  });
  keys.label();
  keys.listen(act);
  addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("[data-do]") : null;
    if (button) act(button.dataset.do, event);
  });
  offerLeftOver();
  const said = sessionStorage.getItem("regesta-said");
  if (said) {
    show(said, "done");
    say(said);
  }
  sessionStorage.removeItem("regesta-said");
};
