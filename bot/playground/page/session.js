// Who looks at which chat, kept up to date: load it, follow its events, come back after a loss.

import { api } from "./api.js";

const RETRY_MS = 800;

async function load(wanted) {
  const { bot, people } = await api.people();
  const person = people.find(({ id }) => String(id) === wanted.person) ?? people[0];
  const { chats } = await api.chats(person.id);
  const chat = chats.find(({ id }) => String(id) === wanted.chat) ?? chats[0];
  const [content, commands, { notice }] = await Promise.all([
    api.chat(person.id, chat.id),
    api.commands(person.id),
    api.notices(),
  ]);
  return { bot, people, person, chats, chat, commands, notice, ...content };
}

async function follow(view, signal, onEvent) {
  let after = view.version;
  while (!signal.aborted) {
    const { version, events } = await api.events(view.person.id, after, signal);
    if (signal.aborted || version < after) return; // a lower version: another server by now
    events.forEach(onEvent);
    after = version;
  }
}

/** Calls `onView` with all that is on the screen after each load, `onEvent` for each event after
 *  it, `onConnection` with whether the server answers. */
export function createSession({ onView, onEvent, onConnection }) {
  const last = new Map(); // person → the chat they had open
  let wanted = {};
  let running = new AbortController();

  async function run(signal) {
    while (!signal.aborted) {
      try {
        const view = await load(wanted);
        if (signal.aborted) return;
        onConnection(true);
        onView(view);
        await follow(view, signal, onEvent);
      } catch (error) {
        if (signal.aborted) return;
        onConnection(false);
        console.warn(error);
        await new Promise((resume) => setTimeout(resume, RETRY_MS));
      }
    }
  }

  /** Shows this chat of this person; without them, what was open last. */
  function open(person = wanted.person, chat = last.get(String(person))) {
    wanted = { person: String(person), chat: String(chat) };
    last.set(wanted.person, chat);
    running.abort();
    running = new AbortController();
    const { signal } = running;
    queueMicrotask(() => run(signal)); // of several calls at once only the last one runs
  }

  return { open };
}
