// Takes the README's picture of the page: docs/images/page.png, from an example report.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const python = process.env.PYTHON ?? [join(root, ".venv/bin/python")].find(existsSync) ?? "python3";
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const file = join(mkdtempSync(join(tmpdir(), "dragoman-")), "page.html");
const report = join(root, "examples/diplomacy.txt");
execFileSync(python, ["-m", "dragoman", "code", report, "--date", "2026-03-13", "-o", file], {
  env: { ...process.env, PYTHONPATH: join(root, "src") },
});

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1320, height: 820 }, deviceScaleFactor: 1.5 });
await page.goto(pathToFileURL(file).href);
await page.locator(".piece.chief.of-events", { hasText: /^met$/ }).first().hover();
await page.waitForTimeout(800);
await page.screenshot({ path: join(root, "docs/images/page.png") });
await browser.close();
