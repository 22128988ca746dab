// The ⋮ menu of a chat: delete it, block the bot.

import { byId } from "./dom.js";

/** `deleteChat()` and `setBlocked(blocked)` do what was chosen. */
export function createMenu({ deleteChat, setBlocked }) {
  const menu = byId("menu-items");
  const block = byId("block");
  let blocked = false;

  const items = () => [...menu.querySelectorAll("button:not([hidden])")];

  function show({ person, chat, blocked: isBlocked }) {
    blocked = isBlocked;
    byId("who").textContent = `${person.first_name} · language ${person.language_code}`;
    block.hidden = chat.type !== "private";
    block.textContent = blocked ? "Unblock the bot" : "Block the bot";
  }

  function choose(act) {
    menu.hidePopover();
    act();
  }

  byId("delete-chat").addEventListener("click", () => choose(deleteChat));
  block.addEventListener("click", () => choose(() => setBlocked(!blocked)));
  menu.addEventListener("beforetoggle", () => {
    const { right, bottom } = byId("menu").getBoundingClientRect();
    menu.style.top = `${bottom}px`;
    menu.style.right = `${document.documentElement.clientWidth - right + 6}px`;
  });
  menu.addEventListener("toggle", ({ newState }) => { if (newState === "open") items()[0].focus(); });
  menu.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = items();
    all.at((all.indexOf(document.activeElement) + step) % all.length).focus();
  });
  return { show };
}
