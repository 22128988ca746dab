// What the editor of the guides is told: a change that is broken stays, a good one goes by.

import { byId, make } from "./dom.js";

/** `toast(words)` shows words for a moment. */
export function createBanner({ toast }) {
  const banner = byId("banner");
  let shown = "";

  function draw({ level, title, lines }) {
    banner.dataset.level = level;
    banner.querySelector("b").textContent = title;
    banner.querySelector("ul").replaceChildren(...lines.map((line) => make("li", {}, line)));
    banner.hidden = false;
  }

  /** `fresh`: it has just come in; else the page was loaded after it. */
  function show(notice, { fresh = false } = {}) {
    const words = JSON.stringify(notice);
    if (!fresh && words === shown) return; // closed, perhaps
    shown = words;
    banner.hidden = true;
    if (!notice) return;
    if (notice.level !== "fine") draw(notice);
    else if (fresh) toast(notice.title);
  }

  banner.querySelector("button").addEventListener("click", () => { banner.hidden = true; });

  return { show };
}
