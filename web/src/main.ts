// The page: a list of reports, the open one, a search, and the keys.

import { h } from "./dom";
import { helpDialog } from "./help";
import { ReportView } from "./report";
import { readIndex, readReport, ReportList } from "./reports";

const SEARCH_PAUSE = 140;

function start(root: HTMLElement): void {
  const { reports: entries, codes } = readIndex();
  const help = helpDialog();
  const live = h("p", { class: "unseen", "aria-live": "polite" });
  const stage = h("main", { id: "stage" });
  const search = h("input", {
    type: "search",
    id: "search",
    placeholder: "Search",
    "aria-label": "Search records and reports",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
  });
  const helpButton = h("button", { type: "button", class: "plain", "aria-keyshortcuts": "?", "aria-label": "Help" }, "?");
  const listButton = h("button", { type: "button", class: "plain", "aria-controls": "reports", "aria-expanded": "false" }, "Reports");
  let view: ReportView | null = null;
  let opened = -1;

  const list = new ReportList(entries, (number) => {
    open(number);
    showList(false);
    document.getElementById("text")?.focus({ preventScroll: true });
  });

  function open(number: number, record?: string): void {
    if (number < 0 || number >= entries.length) return;
    if (number !== opened) {
      opened = number;
      const coding = readReport(number);
      view = new ReportView(coding, codes, (message) => (live.textContent = message), remember);
      stage.replaceChildren(view.element);
      document.title = `${coding.document.title ?? entries[number]!.title} · dragoman`;
      list.mark(number);
      if (search.value) view.filter(search.value);
      scrollTo({ top: 0 });
      remember(null);
    }
    if (record) view?.open(record);
  }

  /** The address names report and record, so that both can be linked to. */
  function remember(record: string | null): void {
    const place = `#${opened + 1}${record ? `/${record}` : ""}`;
    try {
      history.replaceState(null, "", place);
    } catch {
      // Inside a notebook's frame there is no address to keep.
    }
  }

  function showList(shown: boolean): void {
    document.body.classList.toggle("listing", shown);
    listButton.setAttribute("aria-expanded", String(shown));
  }

  let pause = 0;
  search.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => {
      view?.filter(search.value);
      if (entries.length > 1) list.filter(search.value);
    }, SEARCH_PAUSE);
  });
  helpButton.addEventListener("click", () => help.showModal());
  stage.addEventListener("pointerdown", () => showList(false));
  listButton.addEventListener("click", () => showList(!document.body.classList.contains("listing")));

  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (help.open || (modified && !event.getModifierState("AltGraph"))) return;
    if (event.key === "Escape") {
      if (typing && search.value) {
        search.value = "";
        search.dispatchEvent(new Event("input"));
      } else if (typing) {
        search.blur();
      } else if (document.body.classList.contains("listing")) {
        showList(false);
      } else {
        view?.clear();
      }
      return;
    }
    if (typing) {
      if (event.key === "Enter") {
        search.blur();
        view?.step(1);
      }
      return;
    }
    const keys: Record<string, () => void> = {
      j: () => view?.step(1),
      k: () => view?.step(-1),
      "]": () => goto(1),
      "[": () => goto(-1),
      "/": () => search.select(),
      "?": () => help.showModal(),
    };
    const action = keys[event.key];
    if (action) {
      event.preventDefault();
      action();
    }
  });

  function goto(by: number): void {
    const number = list.neighbour(by);
    if (number !== null) open(number);
  }

  function follow(): void {
    const [, report, record] = /^#(\d+)(?:\/([\w-]+))?$/.exec(location.hash) ?? [];
    open(report ? Number(report) - 1 : Math.max(opened, 0), record);
  }
  window.addEventListener("hashchange", follow);

  document.body.classList.toggle("many", entries.length > 1);
  root.append(
    h(
      "header",
      { class: "bar" },
      h("a", { class: "skip", href: "#text" }, "Skip to the report"),
      entries.length > 1 && listButton,
      h("span", { class: "wordmark" }, "dragoman"),
      h("span", { class: "tagline" }, "who did what to whom, on whose word"),
      h("search", { class: "search" }, search, h("kbd", { "aria-hidden": "true" }, "/")),
      helpButton,
    ),
    ...(entries.length > 1 ? [list.element] : []),
    stage,
    live,
    help,
  );
  if (entries.length === 0) {
    stage.append(h("p", { class: "empty" }, "No report could be read."));
  } else {
    follow();
    if (opened < 0) open(0);
  }
}

start(document.getElementById("page")!);
