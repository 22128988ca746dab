// What reacts inside a message's text: spoilers, code, folded quotes, links, commands.

import { icon, make, onPress } from "./dom.js";
import { openLink } from "./links.js";

const SHUT = { role: "button", tabindex: "0", "aria-label": "Hidden text, press to show" };

function hideSpoiler(spoiler) {
  for (const [name, value] of Object.entries(SHUT)) spoiler.setAttribute(name, value);
  onPress(spoiler, (event) => {
    if (!spoiler.classList.replace("spoiler", "spoiler-open")) return;
    event.preventDefault();
    for (const name of Object.keys(SHUT)) spoiler.removeAttribute(name);
  });
}

function copyOnPress(code, actions) {
  code.tabIndex = 0;
  code.setAttribute("role", "button");
  code.title = "Press to copy";
  onPress(code, () => actions.copy(code.textContent));
}

function addCopyButton(pre, actions) {
  const words = pre.textContent;
  const button = make("button", { type: "button", className: "copy", ariaLabel: "Copy the code" }, icon("copy"));
  button.addEventListener("click", () => actions.copy(words));
  pre.replaceWith(make("div", { className: "code-block" }, pre.cloneNode(true), button));
}

function foldQuote(quote) {
  const toggle = make("button", { type: "button", className: "fold", ariaLabel: "Show the whole quote" }, icon("down"));
  toggle.setAttribute("aria-expanded", "false");
  quote.classList.add("folded");
  quote.append(toggle);
  quote.addEventListener("click", (event) => {
    if (event.target.closest("a, code, .copy") || String(document.getSelection())) return;
    const folded = quote.classList.toggle("folded");
    toggle.setAttribute("aria-expanded", String(!folded));
    toggle.setAttribute("aria-label", folded ? "Show the whole quote" : "Fold the quote");
  });
}

function sendCommand(link, actions) {
  link.tabIndex = 0;
  onPress(link, () => actions.send(link.dataset.command));
}

function followLink(link, actions) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    openLink(link.href, actions.bot(), actions.send);
  });
}

/** The line break after a quote or a block of code: the block has already ended the line. */
function dropBreakAfter(block) {
  const next = block.nextSibling;
  if (next?.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^\n/, "");
}

/** Brings a message's text to life. `actions`: `bot()`, `send(text)`, `copy(text)`. */
export function dress(root, actions) {
  root.querySelectorAll("blockquote, pre").forEach(dropBreakAfter);
  for (const link of root.querySelectorAll(".command")) sendCommand(link, actions);
  for (const link of root.querySelectorAll("a[href]")) followLink(link, actions);
  for (const pre of root.querySelectorAll("pre")) addCopyButton(pre, actions);
  for (const code of root.querySelectorAll("code")) {
    if (!code.closest("pre, a")) copyOnPress(code, actions);
  }
  for (const quote of root.querySelectorAll("blockquote.expandable")) foldQuote(quote);
  for (const spoiler of root.querySelectorAll(".spoiler")) hideSpoiler(spoiler);
}

/** Takes the fold away from quotes that are short enough; they must be on the screen. */
export function unfoldShort(root) {
  for (const quote of root.querySelectorAll(".folded")) {
    if (quote.scrollHeight > quote.clientHeight + 4) continue;
    quote.classList.remove("folded");
    quote.querySelector(".fold").remove();
  }
}
