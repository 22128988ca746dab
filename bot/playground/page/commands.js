// The commands of the bot: opened by the "/" button or by typing "/".

import { byId, make } from "./dom.js";

/** `pick(command)` sends "/command"; `field` is the text field the list belongs to. */
export function createCommands({ field, pick }) {
  const list = byId("commands");
  const button = byId("commands-button");
  let known = [];
  let chosen = 0;

  const options = () => [...list.children];

  function mark(at) {
    const all = options();
    chosen = (at + all.length) % all.length;
    all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    field.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  }

  function option({ command, description }, at) {
    const attributes = { role: "option", "aria-selected": "false" };
    const node = make(
      "li",
      { id: `command-${at}`, attributes, data: { testid: "command", command } },
      make("b", {}, `/${command}`),
      make("span", {}, description),
    );
    node.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    node.addEventListener("click", () => pick(`/${command}`));
    return node;
  }

  function close() {
    list.hidden = true;
    button.ariaExpanded = "false";
    field.removeAttribute("aria-activedescendant");
  }

  function open(start) {
    const fitting = known.filter(({ command }) => command.startsWith(start));
    if (!fitting.length) return close();
    list.replaceChildren(...fitting.map(option));
    list.hidden = false;
    button.ariaExpanded = "true";
    mark(0);
  }

  /** Follows what is typed: "/he" shows what starts with it, other text closes the list. */
  function typed(text) {
    const [, start] = text.match(/^\/(\w*)$/) ?? [];
    if (start === undefined) close();
    else open(start.toLowerCase());
  }

  /** Whether the key was for the list. */
  function key(event) {
    if (list.hidden) return false;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && !event.shiftKey) pick(`/${options()[chosen].dataset.command}`);
    else return false;
    event.preventDefault();
    return true;
  }

  button.addEventListener("click", () => {
    if (list.hidden) open("");
    else close();
    field.focus();
  });
  field.addEventListener("blur", ({ relatedTarget }) => { if (relatedTarget !== button) close(); });

  function show(commands) {
    known = commands;
    button.hidden = !known.length;
    close();
  }

  return { show, typed, key, close };
}
