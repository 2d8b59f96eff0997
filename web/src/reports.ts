// The reports of the file: read one by one when opened, searched without being read.

import type { Coding, Entry, Index } from "./contract";
import { h, reveal } from "./dom";
import { QUADS, wordDay } from "./wording";

/** The report of that number, from its own block of the page. */
export function readReport(number: number): Coding {
  return JSON.parse(raw(number)) as Coding;
}

/** What the page knows of all its reports. */
export function readIndex(): Index {
  return JSON.parse(document.getElementById("index")!.textContent!) as Index;
}

function raw(number: number): string {
  return document.getElementById(`report-${number}`)?.textContent ?? "";
}

export class ReportList {
  readonly element: HTMLElement;
  private readonly items: HTMLLIElement[];
  private readonly count = h("p", { class: "total", "aria-live": "polite" });
  private current = -1;

  constructor(
    private readonly entries: Entry[],
    onOpen: (number: number) => void,
  ) {
    this.items = entries.map((entry, number) => item(entry, number));
    const list = h("ol", {}, ...this.items);
    list.addEventListener("click", (event) => {
      const button = (event.target as Element).closest<HTMLElement>("button");
      if (button) onOpen(Number(button.dataset["report"]));
    });
    this.element = h("nav", { id: "reports", "aria-label": "Reports" }, h("h2", {}, "Reports"), this.count, list);
    this.filter("");
  }

  /** Mark the report that is open. */
  mark(number: number): void {
    this.items[this.current]?.firstElementChild?.removeAttribute("aria-current");
    this.current = number;
    const item = this.items[number];
    item?.firstElementChild?.setAttribute("aria-current", "page");
    if (item) reveal(item, "nearest");
  }

  /** Keep the reports with `query` in title, publisher, text or records. */
  filter(query: string): void {
    const wanted = query.trim().toLowerCase();
    let kept = 0;
    this.entries.forEach((entry, number) => {
      const head = `${entry.title} ${entry.publisher ?? ""} ${entry.published ?? ""}`.toLowerCase();
      const keep = wanted === "" || head.includes(wanted) || raw(number).toLowerCase().includes(wanted);
      this.items[number]!.hidden = !keep;
      if (keep) kept += 1;
    });
    this.count.textContent = wanted === "" ? `${kept} in this file` : `${kept} of ${this.entries.length} match`;
  }

  /** The number of the next report that is shown, `by` further. */
  neighbour(by: number): number | null {
    for (let number = this.current + by; number >= 0 && number < this.items.length; number += by) {
      if (!this.items[number]!.hidden) return number;
    }
    return null;
  }
}

function item(entry: Entry, number: number): HTMLLIElement {
  const total = entry.quads.reduce((sum, count) => sum + count, 0);
  const told = entry.quads
    .map((count, index) => (count ? `${count} ${QUADS[index + 1]}` : ""))
    .filter(Boolean)
    .join(", ");
  const bar = h("span", { class: "spectrum", title: told, "aria-hidden": "true" });
  entry.quads.forEach((count, index) => {
    if (count) bar.append(h("i", { class: `quad-${index + 1}`, style: `flex-grow:${count}` }));
  });
  const facts = [
    entry.publisher,
    entry.published && wordDay(entry.published),
    `${entry.events} event${entry.events === 1 ? "" : "s"}`,
  ];
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", "data-report": number },
      h("span", { class: "title" }, entry.title),
      h("span", { class: "facts" }, facts.filter(Boolean).join(" · ")),
      total > 0 && bar,
    ),
  );
}
