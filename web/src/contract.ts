// The records as `dragoman code --format json` writes them.

/** Half-open range of code points in the report's text. */
export interface Span {
  start: number;
  end: number;
  quote: string;
}

export interface Document {
  id: string;
  title: string | null;
  publisher: string | null;
  url: string | null;
  published: string | null;
  language: string | null;
  text: string;
}

export interface Role {
  title: string;
  country: string | null;
  organisation: string | null;
  current: boolean;
  evidence: Span[];
}

export interface Entity {
  id: string;
  kind: string;
  name: string;
  country: string | null;
  sectors: string[];
  roles: Role[];
  mentions: Span[];
  wikidata?: string | null;
  known?: Known | null;
  /** What its country was inferred from; null where words of its own tell it. */
  country_from?: string | null;
}

/** That the directory knows the name: its listing there, and the source of its facts. */
export interface Known {
  name: string;
  source: string;
}

export interface Participant {
  entity: string | null;
  name: string;
  country: string | null;
  sector: string | null;
  role: string | null;
  evidence: Span[];
}

export interface Source {
  entity: string | null;
  name: string;
  country: string | null;
  cue: Span | null;
  evidence: Span[];
}

export interface When {
  start: string;
  end: string;
  granularity: string;
  inferred: boolean;
  value: string;
  evidence: Span[];
}

export interface Place {
  name: string;
  country: string | null;
  admin1: string | null;
  latitude: number | null;
  longitude: number | null;
  precision: string;
  dispute?: { name: string; viewpoint: string; iso: string | null; control: string | null } | null;
  evidence: Span[];
}

export type Status = "actual" | "future" | "hypothetical" | "negated" | "historical";

export interface EventMention {
  id: string;
  type: string;
  modes: string[];
  contexts: string[];
  cameo: string | null;
  quad: number;
  score: number;
  status: Status;
  actors: Participant[];
  recipients: Participant[];
  sources: Source[];
  date: When | null;
  place: Place | null;
  figures: string[];
  trigger: Span;
  evidence: Span[];
  coder: string;
  confidence: number;
  /** How it came to be this record; records of earlier versions have none. */
  path?: string[];
}

export interface Statement {
  id: string;
  source: Source;
  cue: Span | null;
  content: Span[];
  addressees: Participant[];
  events: string[];
  stance: string;
}

export interface Figure {
  id: string;
  kind: string;
  low: number | null;
  high: number | null;
  bound: string;
  unit: string;
  who: string | null;
  place: Place | null;
  since: When | null;
  until: When | null;
  sources: Source[];
  evidence: Span[];
  /** The figure that it is counted in; records of earlier versions do not say. */
  part_of?: string | null;
  /** Whether it comes on top of a count told before. */
  additional?: boolean;
}

export interface Instrument {
  id: string;
  kind: string;
  body: string | null;
  symbol: string | null;
  number: string | null;
  date: When | null;
  evidence: Span[];
}

export interface Proceeding {
  id: string;
  court: string | null;
  kind: string;
  parties: Participant[];
  matter: string | null;
  place: Place | null;
  date: When | null;
  evidence: Span[];
}

export interface Control {
  id: string;
  place: Place;
  controller: Participant | null;
  from: Participant | null;
  extent: string;
  since: When | null;
  event: string | null;
  evidence: Span[];
}

export interface Coding {
  document: Document;
  entities: Entity[];
  events: EventMention[];
  statements: Statement[];
  figures: Figure[];
  instruments: Instrument[];
  proceedings: Proceeding[];
  control: Control[];
}

/** What the page holds beside the reports: their list, and what the codes in them stand for. */
export interface Index {
  reports: Entry[];
  codes: Record<string, string>;
}

/** What the list of reports shows of one before it is opened. */
export interface Entry {
  title: string;
  publisher: string | null;
  published: string | null;
  events: number;
  quads: number[];
}
