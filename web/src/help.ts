// What the keys do and what the marks mean.

import { h } from "./dom";
import { QUAD_MARKS, QUADS, STATUSES } from "./wording";

const KEYS: [string[], string][] = [
  [["j", "k"], "next, previous record"],
  [["]", "["], "next, previous report"],
  [["/"], "search records and reports"],
  [["Tab"], "through the values of a record; Enter shows the words"],
  [["Esc"], "let go, close"],
  [["?"], "this help"],
];

export function helpDialog(): HTMLDialogElement {
  const close = h("button", { type: "button", class: "plain", "aria-label": "Close help" }, "×");
  const dialog = h(
    "dialog",
    { id: "help", "aria-labelledby": "help-title" },
    h("header", {}, h("h2", { id: "help-title" }, "Reading this page"), close),
    h(
      "p",
      {},
      "Every value of a record leads to the words that say it. Point at words or at a record, and the other lights up. What no button leads to is inferred or looked up, not said. “Why” at the foot of an event tells what decided it and by which words.",
    ),
    h("h3", {}, "Keys"),
    h(
      "dl",
      {},
      ...KEYS.flatMap(([keys, does]) => [
        h("dt", {}, ...keys.flatMap((key, index) => (index ? [" ", h("kbd", {}, key)] : [h("kbd", {}, key)]))),
        h("dd", {}, does),
      ]),
    ),
    h("h3", {}, "Status of an act"),
    h(
      "dl",
      {},
      ...Object.entries(STATUSES).flatMap(([status, { mark, word, says }]) => [
        h("dt", {}, h("span", { class: `badge is-${status}` }, `${mark} ${word}`)),
        h("dd", {}, says),
      ]),
    ),
    h("h3", {}, "Kinds of acts"),
    h(
      "dl",
      {},
      ...Object.entries(QUADS).flatMap(([quad, word]) => [
        h("dt", {}, h("span", { class: `shape quad-${quad}` }, QUAD_MARKS[Number(quad)] ?? "")),
        h("dd", {}, word),
      ]),
    ),
  );
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return dialog;
}
