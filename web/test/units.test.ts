import assert from "node:assert/strict";
import { test } from "node:test";
import type { Figure, When } from "../src/contract";
import { unitOffsets } from "../src/offsets";
import { cutText, paragraphRanges, type Anchor } from "../src/segments";
import { wordAmount, wordDate } from "../src/wording";

const anchor = (start: number, end: number, record = 0, field = "act"): Anchor => ({
  start,
  end,
  quote: "",
  record,
  field,
});

test("offsets count code points, strings count units", () => {
  const text = "a🕊️b👩‍🚒é́الفاشر";
  const unit = unitOffsets(text);
  const points = [...text];
  for (let start = 0; start < points.length; start += 1) {
    for (let end = start; end <= points.length; end += 1) {
      assert.equal(text.slice(unit(start), unit(end)), points.slice(start, end).join(""));
    }
  }
  assert.equal(unitOffsets("plain")(3), 3);
});

test("lone halves of an emoji count one each", () => {
  const text = "x\ud83d y\udd4a z";
  const unit = unitOffsets(text);
  assert.equal(text.slice(unit(3), unit(4)), "y");
  assert.equal(unit(text.length), text.length);
});

test("paragraphs part at blank lines, and at every line where there are none", () => {
  const parts = (text: string) => paragraphRanges(text).map(([from, to]) => text.slice(from, to));
  assert.deepEqual(parts("one\ntwo\n\nthree\r\n\r\n\r\nfour"), ["one\ntwo", "three", "four"]);
  assert.deepEqual(parts("one\ntwo\r\nthree\n"), ["one", "two", "three"]);
  assert.deepEqual(parts("\n\n \n"), []);
});

test("segments fill each paragraph and know all that covers them", () => {
  const text = "Rebels shelled the town.\n\nThey left.";
  const anchors = [anchor(0, 6, 0, "who"), anchor(7, 23, 0, "told"), anchor(7, 14, 0, "act"), anchor(15, 36, 1)];
  const paragraphs = cutText(text, anchors);
  assert.equal(paragraphs.length, 2);
  for (const { start, end, segments } of paragraphs) {
    assert.equal(segments[0]!.start, start);
    assert.equal(segments.at(-1)!.end, end);
    segments.slice(1).forEach((segment, index) => assert.equal(segment.start, segments[index]!.end));
  }
  const shelled = paragraphs[0]!.segments.find(({ start }) => start === 7)!;
  assert.deepEqual(shelled.anchors.map((one) => one.field).sort(), ["act", "told"]);
  assert.deepEqual(paragraphs[1]!.segments.map((segment) => segment.anchors.length), [1]);
});

test("days, months and intervals in words", () => {
  const when = (start: string, end: string, granularity = "day"): When => ({
    start,
    end,
    granularity,
    inferred: false,
    value: "X",
    evidence: [],
  });
  assert.equal(wordDate(when("2025-11-21", "2025-11-21")), "21 November 2025");
  assert.equal(wordDate(when("2025-09-01", "2025-09-30", "month")), "September 2025");
  assert.equal(wordDate(when("2015-01-01", "2015-12-31", "year")), "2015");
  assert.equal(wordDate(when("1990-01-01", "1999-12-31", "decade")), "1990s");
  assert.equal(wordDate(when("2025-11-24", "2025-11-30", "week")), "24–30 November 2025");
  assert.equal(wordDate(when("2025-11-24", "2025-12-02", "interval")), "24 November – 2 December 2025");
  assert.equal(wordDate(when("", "", "interval")), "X");
});

test("amounts keep their bounds", () => {
  const figure = (low: number | null, high: number | null, bound: string) =>
    ({ low, high, bound }) as Figure;
  assert.equal(wordAmount(figure(44600, null, "at least")), "at least 44,600");
  assert.equal(wordAmount(figure(24, 99, "about")), "about 24–99");
  assert.equal(wordAmount(figure(null, 500, "up to")), "up to 500");
  assert.equal(wordAmount(figure(12, 12, "exact")), "12");
  assert.equal(wordAmount(figure(null, null, "about")), "a number");
});
