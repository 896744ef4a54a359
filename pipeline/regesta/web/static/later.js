// What can wait until the answer to a key stands on the screen.

/** The longest that anything waits, in milliseconds: a window that nobody sees is not painted at all. */
const LONGEST = 100;

/** Does something once what was changed so far has been painted. */
export const afterPaint = (work) => {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    work();
  };
  if (!document.hidden) requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, document.hidden ? 0 : LONGEST);
};

/** Settles once what was changed so far has been painted. */
export const painted = () => new Promise((done) => afterPaint(done));

/** Does something once the browser has nothing better to do. */
export const whenIdle = (work) => {
  if (window.requestIdleCallback) requestIdleCallback(work, { timeout: LONGEST });
  else setTimeout(work);
};
