// What the editor of the guides is told: a change that is broken stays, a good one goes by.

import { byId, make } from "./dom.js";

/** `toast(words)` shows words for a moment. */
export function createBanner({ toast }) {
  const banner = byId("banner");
  let shown = null; // the number of the newest notice; null until the page is there

  function draw({ level, title, lines }) {
    banner.dataset.level = level;
    banner.querySelector("b").textContent = title;
    banner.querySelector("ul").replaceChildren(...lines.map((line) => make("li", {}, line)));
    banner.hidden = false;
  }

  function show(notice) {
    const number = notice?.number ?? 0;
    if (number === shown) return; // closed, perhaps
    const isFirst = shown === null;
    shown = number;
    banner.hidden = true;
    if (!notice) return;
    if (notice.level !== "fine") draw(notice);
    else if (!isFirst) toast(notice.title);
  }

  banner.querySelector("button").addEventListener("click", () => { banner.hidden = true; });

  return { show };
}
