// Writes src/coast.ts: the coastlines of the world for the small map, from Natural Earth's 1:110m
// land (public domain, by way of world-atlas). Coasts only, no borders. Run again only to change it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { feature } from "topojson-client";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const atlas = JSON.parse(readFileSync(here("node_modules/world-atlas/land-110m.json"), "utf8"));
const { features } = feature(atlas, atlas.objects.land);
const rings = features.flatMap(({ geometry }) =>
  (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flat(),
);
// Rings that cross the 180th meridian go on beyond it, and are drawn on its other side as well.
const unbroken = rings.flatMap((ring) => {
  let turn = 0;
  const whole = ring.map(([lon, lat], index) => {
    const step = index === 0 ? 0 : lon - ring[index - 1][0];
    if (Math.abs(step) > 180) turn -= 360 * Math.sign(step);
    return [lon + turn, lat];
  });
  const shifts = [0];
  if (whole.some(([lon]) => lon > 180)) shifts.push(-360);
  if (whole.some(([lon]) => lon < -180)) shifts.push(360);
  return shifts.map((shift) => whole.map(([lon, lat]) => [lon + shift, lat]));
});
const lines = unbroken.map((ring) => {
  let [x, y] = [0, 0];
  return ring
    .map(([lon, lat]) => [Math.round(lon * 10), Math.round(lat * 10)])
    .filter((point, index, all) => index === 0 || String(point) !== String(all[index - 1]))
    .map(([lon, lat]) => {
      const step = `${lon - x} ${lat - y}`;
      [x, y] = [lon, lat];
      return step;
    })
    .join(" ");
});
writeFileSync(
  here("src/coast.ts"),
  `// Made by coast.mjs from Natural Earth's 1:110m land (public domain). Rings of longitude and
// latitude in tenths of a degree, each point as its step from the one before.

export const RINGS = [
${lines.map((line) => `  "${line}",`).join("\n")}
];
`,
);
console.log(`${rings.length} rings, ${lines.join("").length} characters`);
