// Every kind of record brought to one form that a card can show: rows of values with their words.

import type {
  Coding,
  Control,
  Entity,
  EventMention,
  Figure,
  Instrument,
  Participant,
  Place,
  Proceeding,
  Source,
  Span,
  Statement,
  When,
} from "./contract";
import type { Rec, Row, Value } from "./record";
import type { Anchor } from "./segments";
import { placeNote, QUADS, TYPES, wordAmount, wordDate } from "./wording";

const ITSELF: Value = { text: "the report’s own", spans: [] };

type Draft = Omit<Rec, "anchors" | "codes" | "quad" | "status" | "path" | "background" | "quoteField"> &
  Partial<Pick<Rec, "codes" | "quad" | "status" | "path" | "background" | "quoteField">> & { also?: [string, Span[]][] };

/** The report's records in the order of the page. */
export function readRecords(coding: Coding): Rec[] {
  const figures = new Map(coding.figures.map((figure) => [figure.id, figure]));
  const events = new Map(coding.events.map((event) => [event.id, event]));
  const drafts: Draft[] = [
    ...coding.events.map((event) => eventDraft(event, figures)),
    ...coding.statements.map((statement) => statementDraft(statement, events)),
    ...coding.figures.map((figure) => figureDraft(figure, figures)),
    ...coding.instruments.map(instrumentDraft),
    ...coding.proceedings.map(proceedingDraft),
    ...coding.control.map(controlDraft),
    ...coding.entities.map(entityDraft),
  ];
  return drafts.map((draft, record) => {
    const { also = [], ...rest } = draft;
    const quoteField = draft.quoteField ?? "act";
    const fields: [string, Span[]][] = [
      [quoteField, draft.quote],
      ...draft.rows.flatMap((row) =>
        row.values.map((value): [string, Span[]] => [row.field, value.spans]),
      ),
      ...also,
    ];
    const anchors = fields.flatMap(([field, spans]) =>
      spans.map((span): Anchor => ({ ...span, field, record })),
    );
    return { codes: [], quad: null, status: null, path: [], background: [], ...rest, quoteField, rows: filled(draft.rows), anchors };
  });
}

function filled(rows: Row[]): Row[] {
  return rows.filter((row) => row.values.length > 0);
}

function eventDraft(event: EventMention, figures: Map<string, Figure>): Draft {
  const counted = event.figures.flatMap((id) => figures.get(id) ?? []);
  return {
    kind: "events",
    id: event.id,
    heading: event.type,
    detail: event.modes.join(", "),
    quote: [event.trigger],
    quad: event.quad,
    status: event.status,
    rows: [
      { field: "who", values: event.actors.map(participant) },
      { field: "whom", values: event.recipients.map(participant) },
      { field: "when", values: dates(event.date) },
      { field: "where", values: places(event.place) },
      { field: "count", values: counted.map((figure) => figureValue(figure, figures)) },
      { field: "source", values: event.sources.length ? chain(event.sources) : [ITSELF] },
    ],
    also: [
      ["told", event.evidence],
      ["cue", cues(event.sources)],
    ],
    path: event.path ?? [],
    background: [
      ["coded by", event.coder],
      ["confidence", `${Math.round(event.confidence * 100)} %`],
      ["meaning", TYPES[event.type] ?? ""],
      ["kind", QUADS[event.quad] ?? ""],
      ["score", signed(event.score)],
      ["CAMEO", event.cameo ?? ""],
      ["contexts", event.contexts.join(", ").replaceAll("_", " ")],
      ["record", event.id],
    ],
  };
}

function statementDraft(statement: Statement, events: Map<string, EventMention>): Draft {
  const told = statement.events.flatMap((id) => events.get(id) ?? []);
  return {
    kind: "statements",
    id: statement.id,
    heading: "Statement",
    detail: statement.stance === "other" ? "" : statement.stance,
    quote: statement.content,
    quoteField: "words",
    rows: [
      { field: "source", label: "who says", values: chain([statement.source]) },
      { field: "whom", values: statement.addressees.map(participant) },
      {
        field: "act",
        label: "coded as",
        values: told.map((event) => ({ text: event.type, note: event.id, spans: [event.trigger] })),
      },
    ],
    also: [["cue", [...(statement.cue ? [statement.cue] : []), ...cues([statement.source])]]],
    background: [["record", statement.id]],
  };
}

function figureDraft(figure: Figure, figures: Map<string, Figure>): Draft {
  const whole = figure.part_of ? figures.get(figure.part_of) : undefined;
  const kind = figure.kind === "other" ? figure.unit : figure.kind;
  return {
    kind: "figures",
    id: figure.id,
    heading: wordAmount(figure),
    detail: figure.additional ? `${kind}, on top of those told before` : kind,
    quote: figure.evidence,
    quoteField: "count",
    rows: [
      { field: "count", label: "of whom", values: figure.who ? [{ text: figure.who, spans: [] }] : [] },
      { field: "count", label: "counted in", values: whole ? [figureValue(whole, figures)] : [] },
      { field: "where", values: places(figure.place) },
      { field: "when", label: "since", values: dates(figure.since) },
      { field: "when", label: "until", values: dates(figure.until) },
      { field: "source", values: chain(figure.sources) },
    ],
    also: [["cue", cues(figure.sources)]],
    background: [
      ["unit", figure.unit],
      ["record", figure.id],
    ],
  };
}

function instrumentDraft(instrument: Instrument): Draft {
  const body = instrument.body ? [{ text: instrument.body, spans: [] }] : [];
  return {
    kind: "instruments",
    id: instrument.id,
    heading: instrument.symbol ?? instrument.evidence[0]?.quote ?? instrument.kind,
    detail: instrument.kind,
    quote: instrument.evidence,
    rows: [
      { field: "who", label: "body", values: body },
      { field: "when", values: dates(instrument.date) },
    ],
    background: [["record", instrument.id]],
  };
}

function proceedingDraft(proceeding: Proceeding): Draft {
  const matter = proceeding.matter ? [{ text: proceeding.matter, spans: [] }] : [];
  return {
    kind: "proceedings",
    id: proceeding.id,
    heading: proceeding.court ?? "Court",
    detail: proceeding.kind,
    quote: proceeding.evidence,
    rows: [
      { field: "whom", label: "parties", values: proceeding.parties.map(participant) },
      { field: "act", label: "matter", values: matter },
      { field: "where", values: places(proceeding.place) },
      { field: "when", values: dates(proceeding.date) },
    ],
    background: [["record", proceeding.id]],
  };
}

function controlDraft(control: Control): Draft {
  return {
    kind: "control",
    id: control.id,
    heading: control.place.name,
    detail: control.extent === "partial" ? "held in part" : "held",
    quote: control.evidence,
    rows: [
      { field: "who", label: "held by", values: control.controller ? [participant(control.controller)] : [] },
      { field: "whom", label: "taken from", values: control.from ? [participant(control.from)] : [] },
      { field: "where", values: places(control.place) },
      { field: "when", label: "since", values: dates(control.since) },
    ],
    background: [["record", control.id]],
  };
}

function entityDraft(entity: Entity): Draft {
  return {
    kind: "entities",
    id: entity.id,
    heading: entity.name,
    detail: entity.kind.replace("_", " "),
    codes: [entity.country, ...entity.sectors],
    quote: [],
    quoteField: "named",
    rows: [
      {
        field: "office",
        values: entity.roles.map((role) => ({
          text: (role.current ? "" : "former ") + role.title.replace(/^former /, ""),
          note: role.organisation ?? "",
          codes: [role.country],
          spans: role.evidence,
        })),
      },
      {
        field: "named",
        values: entity.mentions.map((span) => ({ text: span.quote, spans: [span] })),
      },
    ],
    background: [
      ["directory", entity.known ? `${entity.known.name} (${entity.known.source})` : ""],
      ["country from", entity.country_from ?? ""],
      ["Wikidata", entity.wikidata ?? ""],
      ["record", entity.id],
    ],
  };
}

function participant(one: Participant): Value {
  const codes = [one.country, one.sector];
  return { text: one.name, note: one.role ?? "", codes, spans: one.evidence, entity: one.entity };
}

function chain(sources: Source[]): Value[] {
  return sources.map((source, index) => ({
    text: source.name,
    codes: [source.country],
    spans: source.evidence,
    entity: source.entity,
    ...(index > 0 ? { lead: "as told by" } : {}),
  }));
}

function cues(sources: Source[]): Span[] {
  return sources.flatMap((source) => source.cue ?? []);
}

function dates(when: When | null): Value[] {
  if (!when) return [];
  const note = when.inferred ? "inferred from the report’s date" : "";
  return [{ text: wordDate(when), note, spans: when.evidence }];
}

function places(place: Place | null): Value[] {
  if (!place) return [];
  const { latitude, longitude } = place;
  const zoom = { point: 14, city: 11, admin1: 7, country: 5 }[place.precision] ?? 8;
  const link =
    latitude === null || longitude === null
      ? {}
      : { link: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=${zoom}/${latitude}/${longitude}` };
  return [{ text: place.name, note: placeNote(place), codes: [place.country], spans: place.evidence, ...link }];
}

function figureValue(figure: Figure, figures: Map<string, Figure>): Value {
  const counted = figure.kind === "other" || figure.kind === "money" ? figure.unit : figure.kind;
  const who = figure.who === figure.unit || figure.kind === "money" ? "" : (figure.who ?? "");
  const whole = figure.part_of ? figures.get(figure.part_of) : undefined;
  const note = [who, whole ? `of the ${wordAmount(whole)}` : "", figure.additional ? "on top" : ""];
  return {
    text: `${wordAmount(figure)} ${counted}`,
    note: note.filter((words) => words !== "").join(", "),
    spans: figure.evidence,
  };
}

function signed(score: number): string {
  return score > 0 ? `+${score}` : String(score).replace("-", "−");
}
