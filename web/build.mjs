// Bundles the page into the Python package (page.js, page.css); with --test, the tests into build/.
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const shared = { bundle: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

if (process.argv.includes("--test")) {
  const tests = readdirSync(here("test")).filter((name) => name.endsWith(".test.ts"));
  await build({
    ...shared,
    entryPoints: tests.map((name) => here(`test/${name}`)),
    outdir: here("build"),
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    packages: "external",
  });
} else {
  await build({
    ...shared,
    entryPoints: { page: here("src/main.ts") },
    outdir: here("../src/dragoman/exports/page"),
    format: "iife",
    target: ["es2022", "safari16", "firefox115", "chrome110"],
    minify: true,
  });
  await build({
    ...shared,
    entryPoints: { page: here("src/page.css") },
    outdir: here("../src/dragoman/exports/page"),
    target: ["safari16", "firefox115", "chrome110"],
    minify: true,
  });
}
