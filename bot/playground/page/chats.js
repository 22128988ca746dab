// The head of the open chat and, when a person has several chats, the list of them.

import { byId, initial, make } from "./dom.js";

const KINDS = { private: "bot", channel: "channel", group: "group", supergroup: "group" };
const DOINGS = { typing: "typing…", upload_photo: "sending a picture…", upload_document: "sending a file…" };
const DOING_MS = 5000;

/** `choose(chatId)` opens another chat of the person; `unread` counts what came to the others. */
export function createChats({ choose, unread }) {
  const root = byId("chats");
  const status = byId("status");
  let view = null;
  let timer = 0;

  const name = (chat) => (chat.type === "private" ? view.bot.name : chat.title);

  function chip(chat) {
    const count = unread.inChat(view.person.id, chat.id);
    const badge = count > 0 && make("span", { className: "badge", ariaLabel: `${count} new` }, String(count));
    const node = make("button", { type: "button", data: { testid: "chat", chat: chat.id } }, make("span", {}, name(chat)), badge);
    if (chat.id === view.chat.id) node.ariaCurrent = "true";
    node.addEventListener("click", () => choose(chat.id));
    return node;
  }

  function list() {
    const focused = document.activeElement?.dataset.chat;
    root.hidden = view.chats.length < 2;
    root.replaceChildren(...view.chats.map(chip));
    if (focused) root.querySelector(`[data-chat="${focused}"]`)?.focus();
  }

  /** What the other side does now, for a few seconds; without `action`: nothing any more. */
  function doing(action) {
    clearTimeout(timer);
    status.textContent = action ? DOINGS[action] ?? "busy…" : KINDS[view.chat.type];
    status.classList.toggle("doing", Boolean(action));
    if (action) timer = setTimeout(doing, DOING_MS);
  }

  function show(nextView) {
    view = nextView;
    const title = name(view.chat);
    document.title = `${title} – playground`;
    byId("title").textContent = title;
    for (const avatar of document.querySelectorAll(".avatar")) avatar.textContent = initial(title);
    byId("empty").querySelector("h2").textContent = title;
    byId("empty").classList.toggle("private", view.chat.type === "private");
    list();
    doing();
  }

  return { show, list, doing };
}
