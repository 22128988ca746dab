// The playground's page: its parts, and what passes between them.

import { api } from "./api.js";
import { createBanner } from "./banner.js";
import { createChats } from "./chats.js";
import { createComposer } from "./composer.js";
import { byId } from "./dom.js";
import { openLink } from "./links.js";
import { createLog } from "./log.js";
import { createMenu } from "./menu.js";
import { createNotices } from "./notices.js";
import { createPeople } from "./people.js";
import { createPresses } from "./presses.js";
import { createSession } from "./session.js";
import { createUnread } from "./unread.js";

let view = null; // the person, chat and messages on the screen

async function addSent({ person, chat }, request) {
  const message = await request;
  if (person.id === view.person.id && chat.id === view.chat.id) log.add(message);
}

const send = (to, text) => addSent(to, api.send(to.person.id, to.chat.id, text));
const sendFile = (to, ...parts) => addSent(to, api.sendFile(to.person.id, to.chat.id, ...parts));
const edit = (to, { message_id: id }, text) => addSent(to, api.edit(to.person.id, to.chat.id, id, text));
const say = (text) => send(view, text).catch(refused);

const notices = createNotices();
const banner = createBanner(notices);
const refused = (error) => notices.toast(error.message);
const bot = () => view.bot;
const session = createSession({ onView, onEvent, onConnection });
const presses = createPresses({ current: () => view, notices, open: (url) => openLink(url, bot(), say) });
const log = createLog({
  bot, copy: notices.copy, toast: notices.toast, press: presses.press,
  send: say,
  edit: (message) => composer.startEdit(message),
});
const composer = createComposer({ send, sendFile, edit, lastOwn: log.lastOwn, refused });
const unread = createUnread({ changed: () => { chats.list(); people.mark(); } });
const chats = createChats({ choose: (chat) => session.open(view.person.id, chat), unread });
const people = createPeople({ choose: session.open, refused, unread });
const menu = createMenu({
  deleteChat: () => reopenAfter(api.deleteChat(view.person.id, view.chat.id)),
  setBlocked: (blocked) => reopenAfter((blocked ? api.block : api.unblock)(view.person.id)),
});

async function reopenAfter(request) {
  await request.catch(refused);
  session.open();
}

function onView(next) {
  const fresh = view?.person.id !== next.person.id || view?.chat.id !== next.chat.id;
  view = next;
  history.replaceState(null, "", `#${view.person.id}/${view.chat.id}`);
  people.show(view.people, view.person);
  chats.show(view);
  menu.show(view);
  composer.show(view);
  log.show(view, fresh);
  unread.opened(view);
  banner.show(view.notice);
}

function onConnection(isUp) {
  byId("connection").hidden = isUp;
}

const onChange = {
  message: ({ message }) => { log.add(message); chats.doing(); },
  edited: ({ message }) => { log.add(message); chats.doing(); },
  deleted: ({ message }) => log.remove(message.message_id),
  action: ({ text }) => chats.doing(text),
  cleared: () => session.open(),
  refused: ({ method, description }) => console.info(`${method} was refused: ${description}`),
};

function onEvent(event) {
  unread.known(view.person.id, event.version);
  if (event.kind === "notice") banner.show(event.notice);
  else if (event.kind === "answer") presses.answered(event);
  else if (event.kind === "commands") session.open();
  else if (event.chat_id === view.chat.id) onChange[event.kind]?.(event);
  else if (!view.chats.some(({ id }) => id === event.chat_id)) session.open();
  else unread.noticed(view.person.id, event);
}

function openFromAddress() {
  const [person, chat] = location.hash.slice(1).split("/");
  session.open(person, chat);
}

byId("start").addEventListener("click", () => {
  byId("log").focus(); // the button goes away
  say("/start");
});
byId("unblock").addEventListener("click", () => reopenAfter(api.unblock(view.person.id)));
window.addEventListener("hashchange", openFromAddress);
if (matchMedia("(hover: hover)").matches) composer.focus();
openFromAddress();
