// The report's text, each stretch of evidence ready to be lit.

import { h } from "./dom";
import type { Rec } from "./record";
import { cutText, type Anchor } from "./segments";
import { FIELDS, STATUSES } from "./wording";

export class TextColumn {
  readonly element = h("div", { class: "prose" });
  private readonly pieces: { element: HTMLElement; anchors: Anchor[] }[] = [];
  private readonly ofRecord = new Map<number, number[]>();
  private lit: HTMLElement[] = [];

  constructor(
    text: string,
    private readonly records: Rec[],
    untitled: boolean,
  ) {
    const paragraphs = cutText(text, records.flatMap((record) => record.anchors));
    const reached = new Set<number>();
    for (const paragraph of paragraphs) {
      const headline = untitled && paragraph === paragraphs[0] && isHeadline(text.slice(paragraph.start, paragraph.end));
      const element = h(headline ? "h1" : "p", { dir: "auto" });
      for (const { start, end, anchors } of paragraph.segments) {
        // Line ends of other kinds break no line on screen.
        const words = text.slice(start, end).replace(/\r(?!\n)|[\u2028\u2029]/g, "\n");
        element.append(anchors.length === 0 ? words : this.piece(words, anchors, reached));
      }
      this.element.append(element);
    }
  }

  private piece(words: string, anchors: Anchor[], reached: Set<number>): HTMLElement {
    const index = this.pieces.length;
    const element = h("span", { class: "piece", "data-piece": index }, words);
    const chief = anchors.filter((anchor) => this.chief(anchor));
    for (const { record } of chief) {
      const { kind, quad, status } = this.records[record]!;
      element.classList.add("chief", `of-${kind}`);
      if (quad) element.classList.add(`quad-${quad}`);
      if (status) element.classList.add(`is-${status}`);
    }
    const first = chief.find((anchor) => !reached.has(anchor.record));
    if (first) {
      const { heading, detail, status } = this.records[first.record]!;
      const told = status && status !== "actual" ? STATUSES[status].word : "";
      element.tabIndex = 0;
      element.setAttribute("role", "button");
      element.dataset["record"] = String(first.record);
      element.title = [heading, detail, told].filter(Boolean).join(" · ");
      for (const { record } of chief) reached.add(record);
    }
    this.pieces.push({ element, anchors });
    for (const record of new Set(anchors.map((anchor) => anchor.record))) {
      const indices = this.ofRecord.get(record);
      if (indices) indices.push(index);
      else this.ofRecord.set(record, [index]);
    }
    return element;
  }

  /** Whether an anchor is what its record is chiefly known by, and so is marked at all times. */
  private chief(anchor: Anchor): boolean {
    const { kind, quoteField } = this.records[anchor.record]!;
    return anchor.field === quoteField && kind !== "entities" && kind !== "statements";
  }

  /** The records that speak of a piece of text: the most telling first. */
  recordsAt(element: Element): number[] {
    const { anchors } = this.pieces[Number((element as HTMLElement).dataset["piece"])] ?? { anchors: [] };
    const rank = (anchor: Anchor) =>
      (this.chief(anchor) ? 0 : 1e7) +
      (this.records[anchor.record]!.kind === "entities" ? 1e8 : 0) +
      (anchor.end - anchor.start);
    return [...new Set([...anchors].sort((a, b) => rank(a) - rank(b)).map((anchor) => anchor.record))];
  }

  /** Light a record's words, each with its field's name; `field` stands out among them. */
  light(record: number | null, spans: { start: number; end: number }[] = []): void {
    for (const element of this.lit) {
      element.className = element.className.replace(/ ?\b(lit|strong|f-\w+)\b/g, "");
      delete element.dataset["label"];
    }
    this.lit = [];
    if (record === null) return;
    const labelled = new Set<string>();
    for (const index of this.ofRecord.get(record) ?? []) {
      const { element, anchors } = this.pieces[index]!;
      const own = anchors.filter((anchor) => anchor.record === record);
      const nearest = own.reduce((best, anchor) => (tighter(anchor, best) ? anchor : best));
      element.classList.add("lit", `f-${nearest.field}`);
      if (spans.some((span) => own.some((one) => one.start === span.start && one.end === span.end))) {
        element.classList.add("strong");
      }
      const key = `${nearest.field} ${nearest.start}`;
      const label = FIELDS[nearest.field];
      if (label && !labelled.has(key)) {
        element.dataset["label"] = label;
        labelled.add(key);
      }
      this.lit.push(element);
    }
  }

  /** The first piece that says `span` for a record; without a span, the first of its chief words. */
  find(record: number, span?: { start: number; end: number }): HTMLElement | null {
    const indices = this.ofRecord.get(record) ?? [];
    const chosen =
      indices.find((index) =>
        this.pieces[index]!.anchors.some(
          (anchor) =>
            anchor.record === record &&
            (span
              ? anchor.start === span.start && anchor.end === span.end
              : anchor.field === this.records[record]!.quoteField),
        ),
      ) ?? indices[0];
    return chosen === undefined ? null : this.pieces[chosen]!.element;
  }
}

/** Whether a first paragraph is a headline: short, and no sentence with its full stop. */
export function isHeadline(words: string): boolean {
  return words.length <= 160 && !/[.!?…:;,]["”’')]*\s*$/.test(words);
}

function tighter(one: Anchor, other: Anchor): boolean {
  const length = one.end - one.start;
  const others = other.end - other.start;
  return length < others || (length === others && other.field === "told");
}
