// Records count code points; JavaScript's strings count UTF-16 units.

/** Turns an offset in code points into one in UTF-16 units of `text`. */
export function unitOffsets(text: string): (codePoint: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) {
    return (codePoint) => Math.min(codePoint, text.length);
  }
  const units = new Int32Array(text.length + 1);
  let count = 0;
  for (let unit = 0; unit < text.length; count += 1) {
    units[count] = unit;
    unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  }
  units[count] = text.length;
  return (codePoint) => units[Math.min(codePoint, count)] ?? text.length;
}
