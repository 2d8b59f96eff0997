// One report beside its records: what is pointed at in either is lit in both.

import { atlas } from "./atlas";
import { renderCard, spansOf, spoken } from "./card";
import type { Coding, Span } from "./contract";
import { h, reveal, visible, webAddress } from "./dom";
import { readRecords } from "./model";
import { KINDS, type Kind, type Rec } from "./record";
import { TextColumn } from "./text";
import { wordDay } from "./wording";

export class ReportView {
  readonly element: HTMLElement;
  private readonly records: Rec[];
  private readonly cards: HTMLElement[];
  private readonly haystacks: string[];
  private readonly column: TextColumn;
  private readonly textBox: HTMLElement;
  private readonly recordBox: HTMLElement;
  private readonly chips = new Map<Kind | "all", HTMLButtonElement>();
  private readonly empty = h("p", { class: "empty", hidden: true }, "No record matches.");
  private shownKind: Kind | "all" = "all";
  private query = "";
  private selected: number | null = null;

  constructor(
    private readonly coding: Coding,
    codes: Record<string, string>,
    private readonly say: (message: string) => void,
    private readonly onSelect: (id: string | null) => void,
  ) {
    this.records = readRecords(coding);
    const mentions = new Map(coding.entities.map((entity) => [entity.id, entity.mentions.length]));
    const glossary = { codes, mentions };
    this.column = new TextColumn(coding.document.text, this.records, opensWithTitle(coding));
    this.cards = this.records.map((record, index) => renderCard(record, index, glossary));
    this.haystacks = this.cards.map(haystack);
    this.textBox = h("article", { class: "text", id: "text", "aria-label": "Report", tabindex: -1 }, this.masthead(), this.column.element);
    this.recordBox = h("section", { class: "records", id: "records", "aria-label": "Records", tabindex: -1 }, this.chipBar(), atlas(coding, this.records), ...this.groups(), this.empty);
    this.element = h("div", { class: "report" }, this.textBox, this.recordBox);
    this.listen();
  }

  /** Go `by` records further among those shown; focus follows. */
  step(by: number): void {
    const shown = this.shown();
    if (shown.length === 0) return;
    const at = this.selected === null ? -1 : shown.indexOf(this.selected);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    this.select(shown[next]!, { focus: true });
  }

  /** Make the record of that id the selected one, if there is such a record. */
  open(id: string): void {
    const index = this.records.findIndex((record) => record.id === id);
    if (index < 0) return;
    this.unhide(index);
    this.select(index, { focus: true });
  }

  /** Show only records with `query` in them, and mark it in the text. */
  filter(query: string): void {
    this.query = query.trim().toLowerCase();
    const marked = markInText(this.column.element, this.query);
    const places = marked === 1 ? "One place in the text is" : `${marked} places in the text are`;
    this.empty.textContent = `No record matches.${marked ? ` ${places} marked.` : ""}`;
    this.refresh();
  }

  /** Let go of the selected record. Returns whether there was one. */
  clear(): boolean {
    const had = this.selected !== null;
    if (this.selected !== null) this.cards[this.selected]!.removeAttribute("aria-current");
    this.selected = null;
    this.light(null);
    if (had) this.onSelect(null);
    return had;
  }

  private select(index: number, { focus = false, text = true, spans = [] as Span[] } = {}): void {
    if (this.selected !== index) {
      if (this.selected !== null) this.cards[this.selected]!.removeAttribute("aria-current");
      this.selected = index;
      this.onSelect(this.records[index]!.id);
      const shown = this.shown();
      this.say(spoken(this.records[index]!, shown.indexOf(index) + 1, shown.length));
    }
    const card = this.cards[index]!;
    card.setAttribute("aria-current", "true");
    if (focus) card.focus({ preventScroll: true });
    if (!visible(card, this.recordBox)) reveal(card, "nearest");
    this.light(index, spans);
    if (text || !this.sideBySide()) this.showWords(index, spans[0]);
  }

  private showWords(index: number, span?: Span): void {
    const words = this.column.find(index, span);
    // Below a narrow screen's text lies the chosen record; the words' margin keeps them above it.
    if (words) reveal(words, this.sideBySide() ? "center" : "nearest");
  }

  private light(index: number | null, spans: Span[] = [], touched: number[] = []): void {
    this.column.light(index, spans);
    this.cards.forEach((card, number) => {
      card.classList.toggle("lit", number === index);
      card.classList.toggle("touched", touched.includes(number));
    });
  }

  private listen(): void {
    // What scrolls under a pointer that rests is not pointed at.
    let place = "";
    const pointed = (event: PointerEvent) => {
      const former = place;
      place = `${event.clientX} ${event.clientY}`;
      return event.pointerType === "mouse" && place !== former;
    };
    this.element.addEventListener("pointermove", pointed);
    const restore = () => this.light(this.selected);
    const cardOf = (event: Event) => (event.target as Element).closest<HTMLElement>(".card");
    const spotOf = (event: Event) =>
      (event.target as Element).closest<SVGElement>(".spot")?.dataset["records"]?.split(" ").map(Number);
    const pieceOf = (event: Event) => (event.target as Element).closest<HTMLElement>(".piece");

    const fromText = (event: Event) => {
      const piece = pieceOf(event);
      if (!piece) return restore();
      const [chief, ...others] = this.column.recordsAt(piece).filter((index) => !this.cards[index]!.hidden);
      if (chief === undefined) return;
      this.light(chief, [], others);
      const card = this.cards[chief]!;
      if (!visible(card, this.recordBox) && this.sideBySide()) reveal(card, "nearest");
    };
    this.column.element.addEventListener("pointerover", (event) => {
      if (pointed(event)) fromText(event);
    });
    this.column.element.addEventListener("focusin", fromText);
    this.column.element.addEventListener("pointerleave", restore);
    const choose = (event: Event) => {
      const piece = pieceOf(event);
      if (piece && getSelection()?.isCollapsed !== false) this.choose(this.column.recordsAt(piece), false);
    };
    this.column.element.addEventListener("click", choose);
    this.column.element.addEventListener("keydown", (event) => {
      if ((event.key === "Enter" || event.key === " ") && pieceOf(event)) {
        event.preventDefault();
        choose(event);
      }
    });

    const fromCard = (event: Event) => {
      const card = cardOf(event);
      const button = (event.target as Element).closest(".jump");
      const spot = spotOf(event);
      if (spot) this.light(spot[0]!, [], spot.slice(1));
      else if (card) this.light(Number(card.dataset["record"]), button ? spansOf.get(button) : []);
    };
    this.recordBox.addEventListener("pointerover", (event) => {
      if (pointed(event)) fromCard(event);
    });
    this.recordBox.addEventListener("pointerleave", restore);
    this.recordBox.addEventListener("focusin", fromCard);
    this.recordBox.addEventListener("keydown", (event) => {
      const spot = event.key === "Enter" || event.key === " " ? spotOf(event) : undefined;
      if (!spot) return;
      event.preventDefault();
      this.choose(spot, true);
    });
    this.recordBox.addEventListener("click", (event) => {
      const target = event.target as Element;
      const card = cardOf(event);
      const step = target.closest<HTMLElement>("[data-step]");
      const spot = spotOf(event);
      const entity = target.closest<HTMLElement>("[data-entity]")?.dataset["entity"];
      if (step) {
        const by = Number(step.dataset["step"]);
        if (by === 0) this.clear();
        else this.step(by);
      } else if (spot) {
        this.choose(spot, true);
      } else if (entity) {
        this.open(entity);
      } else if (card && !target.closest("summary, a")) {
        const button = target.closest(".jump");
        this.select(Number(card.dataset["record"]), { spans: (button && spansOf.get(button)) ?? [] });
      }
    });
  }

  /** Select the first of some records, or the one after that which is selected already. */
  private choose(found: number[], text: boolean): void {
    const at = this.selected === null ? -1 : found.indexOf(this.selected);
    const next = found[(at + 1) % Math.max(found.length, 1)];
    if (next === undefined) return;
    this.unhide(next);
    this.select(next, { text });
  }

  /** Whether text and records stand beside each other, each scrolling by itself. */
  private sideBySide(): boolean {
    return this.recordBox.getBoundingClientRect().left >= this.textBox.getBoundingClientRect().right - 1;
  }

  private unhide(index: number): void {
    if (!this.cards[index]!.hidden) return;
    this.shownKind = "all";
    this.query = "";
    this.refresh();
  }

  private shown(): number[] {
    return this.cards.flatMap((card, index) => (card.hidden ? [] : [index]));
  }

  private refresh(): void {
    this.cards.forEach((card, index) => {
      const { kind } = this.records[index]!;
      const ofKind = this.shownKind === "all" || this.shownKind === kind;
      card.hidden = !(ofKind && this.haystacks[index]!.includes(this.query));
    });
    for (const group of this.recordBox.querySelectorAll<HTMLElement>(".group")) {
      group.hidden = !group.querySelector(".card:not([hidden])");
    }
    for (const [kind, chip] of this.chips) chip.setAttribute("aria-pressed", String(kind === this.shownKind));
    this.empty.hidden = this.shown().length > 0 || this.cards.length === 0;
    if (this.selected !== null && this.cards[this.selected]!.hidden) this.clear();
  }

  private masthead(): HTMLElement {
    const { title, publisher, published, url, id } = this.coding.document;
    const address = webAddress(url);
    const facts: (Node | string)[] = [
      ...(publisher ? [publisher] : []),
      published ? h("time", { datetime: published }, wordDay(published)) : "date not known",
      ...(address ? [h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, "original ↗")] : []),
    ];
    const headed = opensWithTitle(this.coding) && this.column.element.querySelector("h1") !== null;
    return h(
      "header",
      {},
      !headed && h("h1", {}, title ?? `Report ${id}`),
      h("p", { class: "dateline" }, ...facts.flatMap((fact, index) => (index ? [" · ", fact] : [fact]))),
    );
  }

  private chipBar(): HTMLElement {
    const bar = h("div", { class: "chips", role: "group", "aria-label": "Kinds of records" });
    const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => this.coding[kind].length > 0);
    for (const kind of ["all" as const, ...kinds]) {
      const count = kind === "all" ? this.records.length : this.coding[kind].length;
      const chip = h(
        "button",
        { type: "button", "aria-pressed": String(kind === "all") },
        kind === "all" ? "All" : KINDS[kind],
        h("span", { class: "count" }, ` ${count}`),
      );
      chip.addEventListener("click", () => {
        this.shownKind = kind;
        this.refresh();
        this.recordBox.scrollTo({ top: 0 });
      });
      this.chips.set(kind, chip);
      bar.append(chip);
    }
    return bar;
  }

  private groups(): HTMLElement[] {
    if (this.records.length === 0) {
      return [h("p", { class: "empty" }, "Nothing codable was found in this report.")];
    }
    return (Object.keys(KINDS) as Kind[])
      .filter((kind) => this.coding[kind].length > 0)
      .map((kind) => {
        const own = this.cards.filter((_, index) => this.records[index]!.kind === kind);
        return h("section", { class: "group", "aria-label": KINDS[kind] }, h("h2", {}, KINDS[kind]), ...own);
      });
  }
}

/** All that a card says, with what its codes stand for. */
function haystack(card: HTMLElement): string {
  const codes = [...card.querySelectorAll("abbr")].map((code) => code.title);
  return [card.textContent, ...codes].join(" ").replace(/\s+/g, " ").toLowerCase();
}

/** Mark every occurrence of a query without touching the text, where the browser can; how many there are. */
function markInText(element: HTMLElement, query: string): number {
  if (typeof Highlight === "undefined" || !CSS.highlights) return 0;
  CSS.highlights.delete("found");
  if (query.length < 2) return 0;
  const ranges: Range[] = [];
  for (const paragraph of element.children) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes: { node: Node; start: number }[] = [];
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node, start: text.length });
      text += node.nodeValue ?? "";
    }
    const folded = text.toLowerCase();
    if (folded.length !== text.length) continue;
    const place = (offset: number): [Node, number] => {
      const holder = nodes.findLast(({ start }) => start <= offset) ?? nodes[0]!;
      return [holder.node, offset - holder.start];
    };
    for (let at = folded.indexOf(query); at >= 0; at = folded.indexOf(query, at + query.length)) {
      const range = document.createRange();
      range.setStart(...place(at));
      range.setEnd(...place(at + query.length));
      ranges.push(range);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
  return ranges.length;
}

/** Whether the text's own first line is its heading: it has no other title, or the same one. */
function opensWithTitle({ document: { title, text } }: Coding): boolean {
  return !title || text.trimStart().startsWith(title.trim());
}
