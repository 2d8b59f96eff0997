// Elements without ceremony. Text always goes in as text, never as markup.

type Child = Node | string | null | undefined | false;

/** An element with attributes (true: present, false or undefined: absent) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Whether the person asked their system for less movement. */
export function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Bring an element into view, gently where gentleness is wanted. */
export function reveal(element: Element, block: ScrollLogicalPosition): void {
  element.scrollIntoView({ block, inline: "nearest", behavior: calm() ? "auto" : "smooth" });
}

/** Whether all of an element can be seen within the box that scrolls it. */
export function visible(element: Element, box: Element): boolean {
  const inner = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  const top = Math.max(outer.top, 0);
  const bottom = Math.min(outer.bottom, innerHeight);
  return inner.top >= top && inner.bottom <= bottom;
}

/** An address that is safe to follow: the web's, nothing that runs. */
export function webAddress(url: string | null): string | undefined {
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}
