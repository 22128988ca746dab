// Small words for building the page.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. `data` becomes data-*, `attributes` are set as they are, the rest are
 *  properties; children are nodes or plain text, empty ones are left out. */
export function make(tag, { data = {}, attributes = {}, ...properties } = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  Object.assign(node.dataset, data);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children.filter(Boolean));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

export const byId = (id) => document.getElementById(id);

/** Calls `act` on a click and on Enter or Space, for elements that are no real buttons. */
export function onPress(node, act) {
  node.addEventListener("click", act);
  node.addEventListener("keydown", (event) => {
    if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    act(event);
  });
}

/** The first letter or emoji of a name, for the round picture of a chat. */
export function initial(name) {
  const [first] = new Intl.Segmenter().segment(name.trim() || "?");
  return first.segment.toUpperCase();
}
