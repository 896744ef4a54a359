// Offsets are code points everywhere; only here do they become the UTF-16 units that the DOM counts in.

/** How many code points a string has. @param {string} text */
export const points = (text) => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

/** The UTF-16 index at which so many code points end. @param {string} text @param {number} count */
export const unitsAt = (text, count) => {
  let units = 0;
  for (const point of text) {
    if (count <= 0) break;
    units += point.length;
    count -= 1;
  }
  return units;
};

/** The paragraph of the source that holds a node. @param {Node} node @returns {HTMLElement|null} */
const paragraphOf = (node) =>
  (node instanceof Element ? node : node.parentElement)?.closest(".words [data-start]:not(mark)") ?? null;

/** The offset in the source of a place in the DOM; null outside of the text. */
export const offsetOf = (node, unit) => {
  const paragraph = paragraphOf(node);
  if (!paragraph) return null;
  const range = document.createRange();
  range.setStart(paragraph, 0);
  range.setEnd(node, unit);
  return Number(paragraph.dataset.start) + points(range.toString());
};

/** The span of the source that is selected; null where nothing of the text is. */
export const selectedSpan = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : [start, end];
};

/** A DOM range over a span of the source; null where it is not shown. */
export const rangeOf = (start, end) => {
  const range = document.createRange();
  let begun = false;
  for (const paragraph of document.querySelectorAll(".words [data-start]:not(mark)")) {
    let at = Number(paragraph.dataset.start);
    const walk = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const length = points(node.data);
      if (!begun && start < at + length && start >= at) {
        range.setStart(node, unitsAt(node.data, start - at));
        begun = true;
      }
      if (begun && end <= at + length) {
        range.setEnd(node, unitsAt(node.data, end - at));
        return range;
      }
      at += length;
    }
  }
  return null;
};

/** The tokens of the text that is shown: words and signs, each with its span in the source. */
export const tokens = () => {
  const found = [];
  for (const paragraph of document.querySelectorAll(".words [data-start]:not(mark)")) {
    const text = paragraph.textContent;
    let units = 0;
    let at = Number(paragraph.dataset.start);
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s]/gu)) {
      at += points(text.slice(units, match.index));
      const length = points(match[0]);
      found.push([at, at + length]);
      at += length;
      units = match.index + match[0].length;
    }
  }
  return found;
};
