// A small map of the places in a report's records: coasts, degrees and dots, nothing fetched.

import { RINGS } from "./coast";
import type { Coding, Place } from "./contract";
import { h } from "./dom";
import type { Rec } from "./record";

const WIDTH = 420;
const HEIGHT = 240;
const NARROWEST = 5;
const MARGIN = 0.22;

interface Spot {
  place: Place;
  records: number[];
}

/** A closed drawer with the map; null where no place has coordinates. */
export function atlas(coding: Coding, records: Rec[]): HTMLElement | null {
  const spots = findSpots(coding, records);
  if (spots.length === 0) return null;
  const drawer = h("details", { class: "atlas" }, h("summary", {}, `Map of ${spots.length} place${spots.length === 1 ? "" : "s"}`));
  drawer.addEventListener("toggle", () => {
    if (drawer.open && drawer.childElementCount === 1) drawer.append(draw(spots));
  });
  return drawer;
}

function findSpots(coding: Coding, records: Rec[]): Spot[] {
  const index = new Map(records.map((record, number) => [`${record.kind} ${record.id}`, number]));
  const spots = new Map<string, Spot>();
  for (const kind of ["events", "figures", "proceedings", "control"] as const) {
    for (const { id, place } of coding[kind]) {
      if (!place || place.latitude === null || place.longitude === null) continue;
      const key = `${place.latitude} ${place.longitude}`;
      const spot = spots.get(key) ?? { place, records: [] };
      spot.records.push(index.get(`${kind} ${id}`)!);
      spots.set(key, spot);
    }
  }
  return [...spots.values()];
}

/** Longitudes shrink with the cosine of the middle latitude; degrees stay square there. */
function projection(spots: Spot[]) {
  const lats = spots.map(({ place }) => place.latitude!);
  const lons = spots.map(({ place }) => place.longitude!);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const squeeze = Math.max(Math.cos((middle.lat * Math.PI) / 180), 0.2);
  const scale = Math.min(
    (WIDTH * (1 - 2 * MARGIN)) / Math.max((east - west) * squeeze, NARROWEST * squeeze),
    (HEIGHT * (1 - 2 * MARGIN)) / Math.max(north - south, NARROWEST),
  );
  return {
    x: (lon: number) => WIDTH / 2 + (lon - middle.lon) * squeeze * scale,
    y: (lat: number) => HEIGHT / 2 - (lat - middle.lat) * scale,
    middle,
    spanLon: WIDTH / (squeeze * scale),
    spanLat: HEIGHT / scale,
  };
}

function svg(tag: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}

function draw(spots: Spot[]): SVGElement {
  const at = projection(spots);
  const root = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": "Map of places" });
  root.append(svg("path", { class: "land", d: landPath(at) }), ...graticule(at));
  const ranked = [...spots].sort((a, b) => b.records.length - a.records.length);
  const boxes: Box[] = ranked.map(({ place }) => around(at.x(place.longitude!), at.y(place.latitude!), 8, 8));
  const labels: SVGElement[] = [];
  for (const { place, records } of ranked) {
    const [x, y] = [at.x(place.longitude!), at.y(place.latitude!)];
    const count = records.length === 1 ? "1 record" : `${records.length} records`;
    const dot = svg("g", { class: "spot", tabindex: 0, role: "button", "aria-label": `${place.name}, ${count}`, "data-records": records.join(" ") });
    dot.append(
      svg("title", {}, `${place.name} · ${count}`),
      svg("circle", { class: "reach", cx: x, cy: y, r: 12 }),
      svg("circle", { cx: x, cy: y, r: Math.min(3.5 + records.length, 8) }),
    );
    root.append(dot);
    const label = freePlace(place.name, x, y, boxes);
    if (label) {
      boxes.push(label);
      labels.push(svg("text", { class: "label", x: label.x, y: label.y + 11 }, place.name));
    }
  }
  root.append(...labels);
  return root;
}

interface Box {
  x: number;
  y: number;
  wide: number;
  high: number;
}

function around(x: number, y: number, wide: number, high: number): Box {
  return { x: x - wide / 2, y: y - high / 2, wide, high };
}

/** Where a name fits beside its dot without covering another's: right, left, above or below. */
function freePlace(name: string, x: number, y: number, boxes: Box[]): Box | undefined {
  const wide = 6 + name.length * 6.4;
  const sides: [number, number][] = [
    [x + wide / 2 + 10, y],
    [x - wide / 2 - 8, y],
    [x, y - 15],
    [x, y + 15],
  ];
  return sides
    .map(([middle, level]) => around(middle, level, wide, 14))
    .find(
      (box) =>
        box.x > 0 &&
        box.x + wide < WIDTH &&
        box.y > 0 &&
        box.y + box.high < HEIGHT &&
        !boxes.some(
          (other) =>
            box.x < other.x + other.wide &&
            other.x < box.x + wide &&
            box.y < other.y + other.high &&
            other.y < box.y + box.high,
        ),
    );
}

function landPath(at: ReturnType<typeof projection>): string {
  const lines: string[] = [];
  for (const ring of RINGS) {
    const steps = ring.split(" ").map(Number);
    let [lon, lat] = [0, 0];
    let path = "";
    for (let index = 0; index < steps.length; index += 2) {
      lon += steps[index]!;
      lat += steps[index + 1]!;
      path += `${index ? "L" : "M"}${at.x(lon / 10).toFixed(1)} ${at.y(lat / 10).toFixed(1)}`;
    }
    lines.push(`${path}Z`);
  }
  return lines.join("");
}

function graticule(at: ReturnType<typeof projection>): SVGElement[] {
  const step = [1, 2, 5, 10, 20, 30, 60].find((degrees) => at.spanLon / degrees < 6) ?? 90;
  const lines: SVGElement[] = [];
  const first = (middle: number, span: number) => Math.ceil((middle - span / 2) / step) * step;
  for (let lon = first(at.middle.lon, at.spanLon); lon < at.middle.lon + at.spanLon / 2; lon += step) {
    lines.push(svg("path", { class: "degree", d: `M${at.x(lon)} 0V${HEIGHT}` }));
    lines.push(svg("text", { class: "degree", x: at.x(lon) + 3, y: HEIGHT - 4 }, degrees(lon, "E", "W")));
  }
  for (let lat = first(at.middle.lat, at.spanLat); lat < at.middle.lat + at.spanLat / 2; lat += step) {
    lines.push(svg("path", { class: "degree", d: `M0 ${at.y(lat)}H${WIDTH}` }));
    lines.push(svg("text", { class: "degree", x: 3, y: at.y(lat) - 3 }, degrees(lat, "N", "S")));
  }
  return lines;
}

function degrees(value: number, positive: string, negative: string): string {
  return value === 0 ? "0°" : `${Math.abs(value)}° ${value > 0 ? positive : negative}`;
}
