// One record as a card: every value is a button that leads to the words that say it.

import type { Span } from "./contract";
import { h } from "./dom";
import { KINDS, type Rec, type Row, type Value } from "./record";
import { FIELDS, QUAD_MARKS, QUADS, STATUSES } from "./wording";

/** The spans behind a button, by the button. */
export const spansOf = new WeakMap<Element, Span[]>();

/** What cards look up: what codes stand for, and how often the report names an entity. */
export interface Glossary {
  codes: Record<string, string>;
  mentions: Map<string, number>;
}

export function renderCard(record: Rec, index: number, glossary: Glossary): HTMLElement {
  const { status, quad } = record;
  const heading = `heading-${index}`;
  const classes = ["card", `of-${record.kind}`, quad ? `quad-${quad}` : "", status ? `is-${status}` : ""];
  return h(
    "article",
    {
      class: classes.filter(Boolean).join(" "),
      "data-record": index,
      tabindex: -1,
      "aria-labelledby": heading,
    },
    h(
      "header",
      {},
      h(
        "h3",
        { id: heading },
        quad !== null && h("span", { class: "shape", title: QUADS[quad] ?? "", "aria-hidden": "true" }, QUAD_MARKS[quad] ?? ""),
        h("span", { class: "type" }, record.heading),
        " ",
        record.detail && h("span", { class: "detail" }, record.detail),
        ...abbreviations(record.codes, glossary),
      ),
      status && status !== "actual" && badge(status),
      h(
        "span",
        { class: "steps" },
        h("button", { type: "button", "data-step": -1, "aria-label": "Previous record" }, "‹"),
        h("button", { type: "button", "data-step": 1, "aria-label": "Next record" }, "›"),
        h("button", { type: "button", "data-step": 0, "aria-label": "Close this record" }, "×"),
      ),
    ),
    record.quote.length > 0 && quotation(record),
    record.rows.length > 0 && h("dl", {}, ...record.rows.flatMap((row) => renderRow(record, row, glossary))),
    why(record),
  );
}

function badge(status: keyof typeof STATUSES): HTMLElement {
  const { mark, word, says } = STATUSES[status];
  return h("span", { class: `badge is-${status}`, title: says }, h("span", { "aria-hidden": "true" }, mark), ` ${word}`);
}

function quotation(record: Rec): HTMLElement {
  const words = record.quote.map((span) => span.quote.replace(/\s+/g, " ")).join(" … ");
  return h("p", { class: "quote" }, valueButton({ text: `“${words}”`, spans: record.quote }, "in the report: "));
}

function renderRow(record: Rec, row: Row, glossary: Glossary): HTMLElement[] {
  const label = row.label ?? FIELDS[row.field] ?? row.field;
  const inline = record.kind === "entities" && row.field === "named";
  return [
    h("dt", {}, h("span", { class: `swatch f-${row.field}`, "aria-hidden": "true" }), label),
    h("dd", { class: inline ? "inline" : undefined }, ...row.values.map((value) => renderValue(value, glossary))),
  ];
}

function renderValue(value: Value, glossary: Glossary): HTMLElement {
  const mentions = (value.entity && glossary.mentions.get(value.entity)) || 0;
  return h(
    "span",
    { class: "value" },
    value.lead && h("span", { class: "lead" }, `${value.lead} `),
    value.spans.length > 0
      ? valueButton(value, "")
      : h("span", { class: "unsaid" }, value.text),
    " ",
    mentions > 1 &&
      h(
        "button",
        {
          type: "button",
          class: "mentions",
          "data-entity": value.entity ?? "",
          title: `All ${mentions} places that name ${value.text}`,
          "aria-label": `all ${mentions} mentions`,
        },
        `×${mentions}`,
      ),
    " ",
    value.note && h("span", { class: "note" }, value.note),
    ...abbreviations(value.codes ?? [], glossary),
    " ",
    value.link &&
      h("a", { href: value.link, target: "_blank", rel: "noopener noreferrer", class: "note" }, "map ↗"),
  );
}

function abbreviations(used: (string | null)[], { codes }: Glossary): (HTMLElement | string)[] {
  return used.flatMap((code) => (code ? [" ", h("abbr", { title: codes[code] ?? code }, code)] : []));
}

function valueButton(value: Value, lead: string): HTMLElement {
  const count = value.spans.length > 1 ? `, ${value.spans.length} places` : "";
  const button = h(
    "button",
    { type: "button", class: "jump", title: `Show ${lead}${value.text === value.spans[0]?.quote ? "it" : quoted(value)}${count}` },
    value.text,
  );
  spansOf.set(button, value.spans);
  return button;
}

function quoted(value: Value): string {
  return `“${(value.spans[0]?.quote ?? "").replace(/\s+/g, " ").slice(0, 120)}”`;
}

function why(record: Rec): HTMLElement | null {
  const known = record.background.filter(([, value]) => value !== "");
  if (known.length < 2) return null;
  return h(
    "details",
    {},
    h("summary", {}, record.kind === "events" ? "Why" : "How it was coded"),
    record.path.length > 0 && h("ol", { class: "path" }, ...record.path.map((line) => h("li", {}, line))),
    h("dl", {}, ...known.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
  );
}

/** What is read out when a record is reached. */
export function spoken(record: Rec, place: number, total: number): string {
  const told = record.status && record.status !== "actual" ? `, ${STATUSES[record.status].word}` : "";
  return `${KINDS[record.kind]}, ${place} of ${total}: ${record.heading} ${record.detail}${told}`;
}
