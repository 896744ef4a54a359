// The edges of a span, moved word by word: of the mention that is asked, or of words that are to be added.

import { rangeOf, tokens } from "./offsets.js";

/** @type {[number, number]|null} */
let span = null;

/** The span as it was moved; null where nothing was. */
export const moved = () => span;

const draw = () => {
  if (!("highlights" in CSS)) return;
  const range = span && rangeOf(...span);
  if (range) CSS.highlights.set("edge", new Highlight(range));
  else CSS.highlights.delete("edge");
};

/** Lets go of the span. */
export const release = () => {
  span = null;
  draw();
};

/** Begins with a span. */
export const begin = (start, end) => {
  span = [start, end];
  draw();
};

/** Begins with the word after an offset. */
export const beginAfter = (offset) => {
  const found = tokens().find((each) => each[0] >= offset) ?? tokens()[0];
  if (found) begin(...found);
};

/** Moves the whole span a word on or back. */
export const walk = (step) => {
  const all = tokens();
  const at = all.findIndex((each) => each[0] >= span[0]) + step;
  if (all[at]) begin(...all[at]);
};

/** Moves one end by a word; the other stays, and at least one word is left. @param {"start"|"end"} edge */
export const move = (edge, step) => {
  const all = tokens();
  if (edge === "end") {
    const ends = all.map((each) => each[1]);
    const found = step > 0 ? ends.find((end) => end > span[1]) : ends.findLast((end) => end < span[1] && end > span[0]);
    if (found !== undefined) begin(span[0], found);
  } else {
    const starts = all.map((each) => each[0]);
    const found = step < 0 ? starts.findLast((start) => start < span[0]) : starts.find((start) => start > span[0] && start < span[1]);
    if (found !== undefined) begin(found, span[1]);
  }
};

/** The words of the span as they stand in the text. */
export const words = () => (span && rangeOf(...span)?.toString().replace(/\s+/g, " ")) ?? "";

