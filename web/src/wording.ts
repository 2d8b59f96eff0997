// Records in words for people.

import type { Figure, Place, Status, When } from "./contract";

export const QUADS: Record<number, string> = {
  1: "verbal cooperation",
  2: "material cooperation",
  3: "verbal conflict",
  4: "material conflict",
};

/** One shape each, so that the four are told apart without colour. */
export const QUAD_MARKS: Record<number, string> = { 1: "○", 2: "●", 3: "◇", 4: "◆" };

export const TYPES: Record<string, string> = {
  AGREE: "agrees or promises to cooperate",
  CONSULT: "meets, visits or talks",
  SUPPORT: "gives diplomatic or verbal support",
  CONCEDE: "yields in words",
  COOPERATE: "works together materially",
  AID: "gives material help",
  RETREAT: "withdraws, releases, steps back",
  REQUEST: "asks or demands",
  ACCUSE: "blames, condemns or investigates",
  REJECT: "refuses",
  THREATEN: "threatens",
  PROTEST: "protests",
  SANCTION: "cuts or punishes relations",
  MOBILIZE: "readies forces",
  COERCE: "represses short of violence",
  ASSAULT: "uses force",
};

export const STATUSES: Record<Status, { mark: string; word: string; says: string }> = {
  actual: { mark: "■", word: "actual", says: "told as having happened" },
  future: { mark: "▷", word: "future", says: "announced or planned, not done yet" },
  hypothetical: { mark: "?", word: "hypothetical", says: "possible, conditional, feared or wished for" },
  negated: { mark: "⊘", word: "negated", says: "told not to have happened" },
  historical: { mark: "↺", word: "background", says: "set by the report in an earlier period" },
};

/** How each field is called, in cards and above the words that say it. */
export const FIELDS: Record<string, string> = {
  act: "act",
  who: "who",
  whom: "to whom",
  when: "when",
  where: "where",
  count: "how many",
  source: "whose word",
  words: "words",
  named: "named",
  office: "office",
  told: "",
  cue: "",
};

const MONTHS =
  "January February March April May June July August September October November December".split(" ");

function day(iso: string): [string, string, string] | null {
  const found = /^(\d{1,4})-(\d\d)-(\d\d)$/.exec(iso);
  const month = found && MONTHS[Number(found[2]) - 1];
  return found && month ? [String(Number(found[3])), month, String(Number(found[1]))] : null;
}

/** "21 November 2025". */
export function wordDay(iso: string): string {
  return day(iso)?.join(" ") ?? iso;
}

/** A day, a month, a year, or "24–30 November 2025". */
export function wordDate(when: When): string {
  const from = day(when.start);
  const to = day(when.end);
  if (!from || !to) return when.value;
  if (when.start === when.end) return from.join(" ");
  if (when.granularity === "month" && from[1] === to[1] && from[2] === to[2]) {
    return `${from[1]} ${from[2]}`;
  }
  if (when.granularity === "year" && from[2] === to[2]) return from[2];
  if (when.granularity === "decade") return `${from[2].slice(0, -1)}0s`;
  if (from[2] === to[2]) {
    return from[1] === to[1]
      ? `${from[0]}–${to[0]} ${to[1]} ${to[2]}`
      : `${from[0]} ${from[1]} – ${to[0]} ${to[1]} ${to[2]}`;
  }
  return `${from.join(" ")} – ${to.join(" ")}`;
}

/** "44,600"; "1.5". */
export function wordNumber(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: 3 });
}

/** "at least 27", "about 24–99", "up to 500". */
export function wordAmount(figure: Figure): string {
  const { low, high, bound } = figure;
  const prefix = bound === "exact" ? "" : `${bound} `;
  if (low !== null && high !== null && low !== high) {
    return `${bound === "about" ? prefix : ""}${wordNumber(low)}–${wordNumber(high)}`;
  }
  const value = low ?? high;
  return value === null ? "a number" : prefix + wordNumber(value);
}

/** "El Fasher" is said by the text; its division, degrees and precision are looked up. */
export function placeNote(place: Place): string {
  const degrees =
    place.latitude === null || place.longitude === null
      ? null
      : `${place.latitude.toFixed(2)}, ${place.longitude.toFixed(2)}`;
  const division = place.admin1 === place.name ? null : place.admin1;
  return [division, degrees, place.precision, disputeNote(place)].filter(Boolean).join(" · ");
}

/** Whose country disputed ground is given is one view of two, and both are shown. */
function disputeNote({ dispute }: Place): string | null {
  if (!dispute) return null;
  const [iso, control] = [dispute.iso ?? "nobody’s", dispute.control ?? "nobody’s"];
  return `disputed (${dispute.name}): ${iso} by ISO, ${control} by control`;
}
