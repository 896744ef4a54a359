// Going on to another view of the page.

/**
 * Opens another view. It never settles: a key that is typed until that view is here was meant for it, and must not
 * answer once more what was answered last in this one.
 * @returns {Promise<never>}
 */
export const leave = (address) => {
  location.assign(address);
  return new Promise(() => {});
};

// A browser may bring the old view back as it was, still waiting to be left.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
