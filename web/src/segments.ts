// A text cut where any record's evidence begins or ends, so that overlapping spans can be shown.

import type { Span } from "./contract";
import { unitOffsets } from "./offsets";

/** One span of evidence: which record and which of its fields it speaks for. */
export interface Anchor extends Span {
  record: number;
  field: string;
}

/** A stretch of text, in UTF-16 units, with every anchor that covers all of it. */
export interface Segment {
  start: number;
  end: number;
  anchors: Anchor[];
}

/** A paragraph: its range in UTF-16 units and the segments that fill it. */
export interface Paragraph {
  start: number;
  end: number;
  segments: Segment[];
}

/** Paragraphs part at blank lines, or at every line end where the text has no blank lines. */
export function paragraphRanges(text: string): [number, number][] {
  const newline = "(?:\\r\\n|\\r(?!\\n)|(?<!\\r)\\n|[\\u2028\\u2029])";
  const gap = new RegExp(
    new RegExp(`${newline}[ \\t]*${newline}`).test(text.trim())
      ? `${newline}(?:[ \\t]*${newline})+`
      : `${newline}+`,
    "g",
  );
  const ranges: [number, number][] = [];
  let start = 0;
  for (const found of text.matchAll(gap)) {
    if (found.index > start) ranges.push([start, found.index]);
    start = found.index + found[0].length;
  }
  if (start < text.length) ranges.push([start, text.length]);
  return ranges.filter(([from, to]) => text.slice(from, to).trim() !== "");
}

/** The text's paragraphs, each cut into segments. */
export function cutText(text: string, anchors: Anchor[]): Paragraph[] {
  const unit = unitOffsets(text);
  const spans = anchors
    .map((anchor) => ({ anchor, start: unit(anchor.start), end: unit(anchor.end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: typeof spans = [];
  return paragraphRanges(text).map(([from, to]) => {
    while (next < spans.length && spans[next]!.start < to) open.push(spans[next++]!);
    open = open.filter((span) => span.end > from);
    const cuts = new Set([from, to]);
    for (const span of open) {
      if (span.start > from) cuts.add(span.start);
      if (span.end < to) cuts.add(span.end);
    }
    const ordered = [...cuts].sort((a, b) => a - b);
    const segments = ordered.slice(0, -1).map((start, index) => {
      const end = ordered[index + 1]!;
      const covering = open.filter((span) => span.start <= start && span.end >= end);
      return { start, end, anchors: covering.map((span) => span.anchor) };
    });
    return { start: from, end: to, segments };
  });
}
