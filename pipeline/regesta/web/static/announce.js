// What is said: in a line beside the buttons for the eye, in a live region for the ear, and loudly where it must be.

/** Says something once. */
export const say = (words) => {
  document.getElementById("live").textContent = words;
};

/** Says beside the buttons how the last answer stands. */
export const show = (words, kind = "") => {
  const place = document.getElementById("saved-line") ?? document.querySelector("[data-role=saved]");
  if (!place) return;
  place.textContent = words;
  place.className = `saved ${kind}`;
};

/** Shows what went wrong until it is mended. @param {(Node|string)[]} content */
export const alarm = (...content) => {
  const place = document.getElementById("alarm");
  place.replaceChildren(...content);
  place.hidden = !content.length;
};
