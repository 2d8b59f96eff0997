// The one form that every kind of record takes on the page.

import type { Span, Status } from "./contract";
import type { Anchor } from "./segments";

export type Kind =
  | "events"
  | "statements"
  | "figures"
  | "instruments"
  | "proceedings"
  | "control"
  | "entities";

export const KINDS: Record<Kind, string> = {
  events: "Events",
  statements: "Statements",
  figures: "Figures",
  instruments: "Instruments",
  proceedings: "Proceedings",
  control: "Control",
  entities: "Named",
};

/** One value of a field, the words that say it, and where a reader can look further. */
export interface Value {
  text: string;
  note?: string;
  codes?: (string | null)[];
  spans: Span[];
  entity?: string | null;
  link?: string;
  lead?: string;
}

export interface Row {
  field: string;
  label?: string;
  values: Value[];
}

export interface Rec {
  kind: Kind;
  id: string;
  heading: string;
  detail: string;
  codes: (string | null)[];
  quote: Span[];
  quoteField: string;
  quad: number | null;
  status: Status | null;
  rows: Row[];
  /** How the record came about, in short lines that quote the report. */
  path: string[];
  background: [string, string][];
  anchors: Anchor[];
}
