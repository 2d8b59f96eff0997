// The page in a real browser, from disk, with every request that it makes refused.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const python = process.env["PYTHON"] ?? [join(root, ".venv/bin/python")].find(existsSync) ?? "python3";
const programs = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const axe = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));
const folder = mkdtempSync(join(tmpdir(), "dragoman-page-"));
let browser: Browser;

function makePage(count: number): string {
  const file = join(folder, `${count}.html`);
  execFileSync(python, [join(root, "web/test/make_page.py"), String(count), file]);
  return pathToFileURL(file).href;
}

before(async () => {
  const executablePath = programs.find((path) => path && existsSync(path));
  assert.ok(executablePath, "these tests need Chromium; name it in CHROMIUM");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
});
after(() => browser?.close());

async function opened(
  address: string,
  check: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector(".card");
  await check(page);
  assert.deepEqual(faults, []);
  await context.close();
}

const lit = (page: Page, field = "") =>
  page.$$eval(`.lit${field ? `.f-${field}` : ""}.piece`, (pieces) => pieces.map((piece) => piece.textContent).join("|"));

test("text and records are there, and nothing in the text became markup", () =>
  opened(makePage(1), async (page) => {
    assert.equal(await page.textContent("h1"), "Oman and Egypt confer on Sudan");
    assert.match((await page.textContent(".prose"))!, /<\/script><b>We<\/b> <!-- cannot --> wait/);
    assert.equal(await page.$(".prose b"), null);
    assert.equal((await page.$$(".card.of-events")).length, 8);
  }));

test("every value's button lights exactly the words that say it", () =>
  opened(makePage(1), async (page) => {
    const jumps = await page.$$(".card .jump");
    assert.ok(jumps.length > 60);
    for (const jump of jumps) {
      await jump.evaluate((button: HTMLElement) => button.click());
      const strong = await page.$$eval(".piece.strong", (pieces) =>
        pieces.map((piece) => piece.textContent).join(""),
      );
      const title = (await jump.getAttribute("title"))!;
      const text = (await jump.textContent())!;
      const said = /“(.*)”/s.exec(title)?.[1] ?? text.replace(/^“|”$/g, "");
      const plain = (words: string) => words.replace(/\s+/g, "");
      assert.ok(plain(strong).includes(plain(said)), `${text}: ${strong} does not say ${said}`);
    }
  }));

test("pointing at either side lights the other", () =>
  opened(makePage(1), async (page) => {
    await page.hover(".piece.chief.is-negated");
    assert.match((await page.textContent(".card.lit"))!, /ASSAULT.*negated.*bombed/s);
    assert.equal(await lit(page, "whom"), "the nearby camp");
    await page.hover(".card[data-record='0'] .quote");
    assert.equal(await lit(page, "act"), "spoke by phone");
    assert.match(await lit(page, "who"), /Badr al-Busaidi/);
    await page.hover(".wordmark");
    assert.equal(await lit(page), "");
  }));

test("keys: j and k, search, help, escape", () =>
  opened(makePage(1), async (page) => {
    await page.keyboard.press("j");
    assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["record"]), "0");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    assert.equal(await page.getAttribute(".card[aria-current]", "data-record"), "1");
    assert.match(page.url(), /#1\/ev2$/);
    assert.match((await page.textContent(".unseen[aria-live]"))!, /Events, 2 of 29: ACCUSE/);
    await page.keyboard.press("/");
    await page.keyboard.type("fasher");
    await page.waitForFunction(() => document.querySelectorAll(".card:not([hidden])").length < 29);
    const shown = await page.$$eval(".card:not([hidden])", (cards) => cards.map((card) => card.textContent));
    assert.ok(shown.length > 2 && shown.every((text) => /fasher/i.test(text!)));
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelectorAll(".card:not([hidden])").length === 29);
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    assert.ok(await page.isVisible("dialog"));
    await page.keyboard.press("Escape");
    assert.ok(!(await page.isVisible("dialog")));
  }));

test("the text can be read and records opened with the keyboard alone", () =>
  opened(makePage(1), async (page) => {
    await page.focus(".piece.chief.is-future");
    assert.match((await page.textContent(".card.lit"))!, /AGREE.*future/s);
    await page.keyboard.press("Enter");
    assert.match((await page.textContent(".card[aria-current]"))!, /will meet/);
  }));

test("from a part in an act to every place that names who took it", () =>
  opened(makePage(1), async (page) => {
    await page.click(".card[data-record='0'] .mentions");
    assert.match((await page.textContent(".card[aria-current]"))!, /^Badr al-Busaidi/);
    assert.equal(await lit(page, "named"), "Badr al-Busaidi|Al-Busaidi|the two ministers");
  }));

test("a map leads from places to their records", () =>
  opened(makePage(1), async (page) => {
    await page.click(".atlas summary");
    await page.waitForSelector(".spot");
    assert.equal((await page.$$(".spot")).length, 4);
    await page.focus(".spot[aria-label^='El Fasher']");
    assert.equal(await lit(page, "where"), "El Fasher");
    await page.keyboard.press("Enter");
    assert.match((await page.textContent(".card[aria-current]"))!, /shelled/);
    await page.focus(".spot[aria-label^='El Fasher']");
    await page.keyboard.press("Enter");
    assert.match((await page.textContent(".card[aria-current]"))!, /27 killed/);
  }));

test("status is told by word, mark and line", () =>
  opened(makePage(1), async (page) => {
    const badges = await page.$$eval(".card.of-events .badge", (all) => all.map((one) => one.textContent));
    assert.deepEqual(badges, ["⊘ negated", "? hypothetical", "▷ future", "↺ background"]);
    const styles = await page.$$eval(".piece.chief.of-events", (pieces) =>
      pieces.map((piece) => getComputedStyle(piece).textDecorationStyle),
    );
    assert.deepEqual([...new Set(styles)].sort(), ["dashed", "dotted", "double", "solid", "wavy"]);
  }));

test("a source chain is told in order, and a date that is not said is marked", () =>
  opened(makePage(1), async (page) => {
    const cards = await page.$$eval(".card.of-events", (all) => all.map((card) => card.textContent!));
    assert.match(cards[2]!, /residents.*as told by a local newspaper/);
    assert.match(cards[1]!, /inferred from the report’s date/);
  }));

test("an event says why it is one, to the keyboard as well", () =>
  opened(makePage(1), async (page) => {
    const card = ".card[data-record='6']";
    assert.equal(await page.textContent(`${card} summary`), "Why");
    assert.ok(!(await page.isVisible(`${card} .path`)));
    await page.focus(`${card} summary`);
    await page.keyboard.press("Enter");
    assert.ok(await page.isVisible(`${card} .path`));
    const lines = await page.$$eval(`${card} .path li`, (items) => items.map((item) => item.textContent));
    assert.ok(lines.includes("“will” turns CONSULT into AGREE"), lines.join("\n"));
    assert.match((await page.textContent(`${card} details dl`))!, /coded byagree:will-meet/);
    assert.equal(await page.$(".card[data-record='5'] .path"), null);
  }));

/** What the Web Content Accessibility Guidelines (2.2, AA) find wrong with the page, by axe-core. */
async function failures(): Promise<string[]> {
  const runner = (window as unknown as { axe: typeof import("axe-core") }).axe;
  const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await runner.run(document, { runOnly: rules });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test("everything can be read and reached, by the guidelines for all", () =>
  opened(makePage(3), async (page) => {
    for (const landmark of ["header", "nav[aria-label]", "main", "article[aria-label]", "section[aria-label]", "search"]) {
      assert.ok(await page.$(landmark), landmark);
    }
    await page.addScriptTag({ path: axe });
    await page.click(".atlas summary");
    await page.click(".card[data-record='0'] summary");
    for (const colorScheme of ["light", "dark"] as const) {
      for (const width of [1300, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 850 });
        await page.keyboard.press("j");
        assert.deepEqual(await page.evaluate(failures), [], `${colorScheme}, ${width} pixels`);
      }
    }
  }, { bypassCSP: true }));

test("on a phone: one column, no sideways scrolling, the record comes to the words", () =>
  opened(
    makePage(1),
    async (page) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 390, `the page is ${wide} pixels wide`);
      await page.tap(".piece.chief.is-negated");
      await page.waitForTimeout(600);
      const card = (await (await page.$(".card[aria-current]"))!.boundingBox())!;
      const words = (await (await page.$(".piece.chief.is-negated"))!.boundingBox())!;
      assert.ok(card.y + card.height <= 845 && card.y > 300);
      assert.ok(words.y > 50 && words.y + words.height < card.y, "the record hides its words");
      await page.tap(".card[aria-current] [data-step='1']");
      assert.match((await page.textContent(".card[aria-current]"))!, /seized/);
      await page.tap(".card[aria-current] [data-step='0']");
      assert.equal(await page.$(".card[aria-current]"), null);
    },
    { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  ));

test("400 reports open at once, and one of them by its address", () => {
  const address = makePage(400);
  return opened(address, async (page) => {
    assert.equal((await page.$$("#reports li")).length, 400);
    const timing = await page.evaluate(() => {
      const start = performance.now();
      document.querySelectorAll<HTMLElement>("#reports button")[250]!.click();
      return performance.now() - start;
    });
    assert.ok(timing < 500, `opening a report took ${timing} ms`);
    assert.equal(await page.textContent("h1"), "Report number 251");
    await page.keyboard.press("]");
    assert.equal(await page.textContent("h1"), "Report number 252");
    await page.fill("#search", "number 39");
    await page.waitForFunction(() => document.querySelectorAll("#reports li:not([hidden])").length === 11);
    await page.goto(`${address}#7/ev3`);
    await page.waitForFunction(() => document.querySelector("h1")!.textContent === "Report number 7");
    assert.match((await page.textContent(".card[aria-current]"))!, /shelled/);
  });
});
