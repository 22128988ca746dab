// What came to chats that are not open, also to the other people's.

import { api } from "./api.js";

const LOOK_EVERY_MS = 2500;

/** `changed()` is called when a count went up or down. */
export function createUnread({ changed }) {
  const counts = new Map(); // "person/chat" → messages not seen
  const looked = new Map(); // person → the version up to which their events are known
  let open = null;

  const key = (person, chat) => `${person}/${chat}`;

  function noticed(person, event) {
    if (event.kind !== "message" || event.message.from?.id === person) return;
    const place = key(person, event.chat_id);
    counts.set(place, (counts.get(place) ?? 0) + 1);
    changed();
  }

  /** This chat is on the screen now, with all that came up to the view's version. */
  function opened({ people, person, chat, version }) {
    open = person.id;
    for (const { id } of people) if (!looked.has(id) || looked.get(id) > version) looked.set(id, version);
    known(person.id, version);
    counts.delete(key(person.id, chat.id));
    changed();
  }

  function known(person, version) {
    looked.set(person, version);
  }

  async function look() {
    for (const [person, after] of [...looked]) {
      if (person === open) continue;
      const { version, events } = await api.news(person, after);
      if (person === open || looked.get(person) !== after) continue;
      looked.set(person, version);
      for (const event of events) noticed(person, event);
    }
  }

  async function keepLooking() {
    if (!document.hidden) await look().catch(() => {}); // the session tells of a lost server
    setTimeout(keepLooking, LOOK_EVERY_MS);
  }

  const inChat = (person, chat) => counts.get(key(person, chat)) ?? 0;
  const ofPerson = (person) => [...counts.keys()].some((place) => place.startsWith(`${person}/`));

  setTimeout(keepLooking, LOOK_EVERY_MS);
  return { noticed, opened, known, inChat, ofPerson };
}
