// One message as an element: author, reply, media, text, time, keyboard.

import { icon, make } from "./dom.js";
import { keyboard } from "./keyboard.js";
import { dress } from "./markup.js";
import { media } from "./media.js";

const HAPPENED = {
  new_chat_members: "joined",
  left_chat_member: "left",
  pinned_message: "pinned a message",
  new_chat_title: "changed the name of the chat",
  migrate_to_chat_id: "This group is now a supergroup",
};

const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long" });
const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

const moment = (message) => new Date(message.date * 1000);

function authorName(message) {
  return message.sender_chat?.title ?? message.from?.first_name ?? "";
}

function author(message, view) {
  const own = message.from?.id === view.person.id;
  const shown = !own && view.chat.type !== "private";
  return make("p", { className: shown ? "author" : "unseen" }, own ? "You" : authorName(message));
}

function reply({ reply_to_message: original }) {
  if (!original) return null;
  const words = original.text ?? original.caption ?? "…";
  return make("div", { className: "reply" }, make("b", {}, authorName(original)), make("span", {}, words));
}

function words(message, actions) {
  const plain = message.text ?? message.caption;
  if (plain === undefined) return null;
  const text = make("div", { className: "text", dir: "auto" });
  if (message.html === undefined) text.textContent = plain;
  else text.innerHTML = message.html; // made by the server out of text and entities only
  dress(text, actions);
  return text;
}

function happened(message) {
  const [kind] = Object.keys(HAPPENED).filter((name) => message[name]);
  const what = HAPPENED[kind] ?? "sent something the playground does not show";
  return make("p", { className: "event" }, `${authorName(message)} ${what}`.trim());
}

function meta(message, own, actions) {
  const edit = own && message.text && make("button", {
    type: "button", className: "edit", ariaLabel: "Edit this message", data: { testid: "edit" },
  }, icon("pencil"));
  if (edit) edit.addEventListener("click", () => actions.edit(message));
  const time = make("time", { dateTime: moment(message).toISOString() }, hour.format(moment(message)));
  const edited = message.edit_date && make("span", { data: { testid: "edited" } }, "edited");
  return make("p", { className: "meta" }, edit, edited, time);
}

/** The element of a message. `view` has the person and the chat that look at it; `actions`:
 *  bot, send, copy, toast, press, edit. */
export function messageElement(message, view, actions) {
  const own = message.from?.id === view.person.id;
  const inside = [media(message), words(message, actions)].filter(Boolean);
  const bubble = inside.length
    ? make("div", { className: "bubble" }, author(message, view), message.forward_origin && make("p", { className: "forwarded" }, "Forwarded"), reply(message), ...inside, meta(message, own, actions))
    : happened(message);
  return make(
    "article",
    {
      className: `message ${own ? "own" : "theirs"}`,
      tabIndex: -1,
      data: { testid: "message", messageId: message.message_id },
    },
    make("p", { className: "day", hidden: true, textContent: day.format(moment(message)) }),
    bubble,
    keyboard(message, actions),
  );
}

/** Shows the day above each first message of a day, and draws an author's messages together. */
export function markNeighbours(elements, messages) {
  let before = null;
  for (const element of elements) {
    const message = messages.get(Number(element.dataset.messageId));
    const newDay = !before || moment(before).toDateString() !== moment(message).toDateString();
    element.querySelector(".day").hidden = !newDay;
    element.classList.toggle("joined", !newDay && before?.from?.id === message.from?.id);
    before = message;
  }
}
