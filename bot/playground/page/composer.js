// The line at the bottom: text, edits of sent messages, files.

import { createCommands } from "./commands.js";
import { byId } from "./dom.js";
import { createNote } from "./note.js";

// At most 4,096 UTF-16 units that do not end within an emoji: longer texts go out in pieces, as
// Telegram's apps do.
const PIECE = /[^]{0,4095}[^\uD800-\uDBFF]/g;

/** `send(place, text)`, `sendFile(place, kind, file, caption)` and `edit(place, message, text)`
 *  return promises, a place being `{person, chat}`; `lastOwn()` is the message the arrow up edits. */
export function createComposer({ send, sendFile, edit, lastOwn, refused }) {
  const form = byId("composer");
  const field = byId("text");
  const button = byId("send");
  const note = createNote({ changed: refresh });
  const commands = createCommands({ field, pick: (command) => { setText(""); send(place, command).catch(refused); } });
  const drafts = new Map(); // "person/chat" → unsent text
  const key = ({ person, chat }) => `${person.id}/${chat.id}`;
  let place = null; // the person and the chat that what is typed is for
  let sending = Promise.resolve(); // one after the other, so that they arrive in order

  function refresh() {
    button.disabled = !field.value.trim() && !note.held().file;
    field.placeholder = note.held().file ? "Caption" : "Message";
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight}px`;
  }

  function setText(text) {
    field.value = text;
    commands.typed(text);
    refresh();
  }

  async function deliver(to, text, { file, kind, message }) {
    if (message && text !== message.text) await edit(to, message, text);
    if (file) await sendFile(to, kind, file, text);
    if (message || file) return;
    for (const [piece] of text.matchAll(PIECE)) await send(to, piece);
  }

  function takeBack(text, { file, message }) {
    if (file) note.showFile(file);
    if (message) note.showMessage(message);
    if (!field.value) setText(text);
  }

  function submit() {
    if (button.disabled || !place) return;
    const text = field.value.trim();
    const held = note.held();
    const to = place;
    note.clear();
    setText("");
    sending = sending.then(() => deliver(to, text, held)).catch((error) => {
      takeBack(text, held);
      refused(error);
    });
  }

  function startEdit(message) {
    note.showMessage(message);
    setText(message.text);
    field.focus();
  }

  field.addEventListener("input", () => { commands.typed(field.value); refresh(); });
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || commands.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === "Escape" && note.held().message) {
      note.clear();
      setText("");
    } else if (event.key === "ArrowUp" && !field.value && lastOwn()) {
      event.preventDefault();
      startEdit(lastOwn());
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  field.addEventListener("paste", ({ clipboardData }) => {
    if (clipboardData.files.length) note.showFile(clipboardData.files[0]);
  });

  function show({ person, chat, commands: known, blocked }) {
    const same = place && key(place) === key({ person, chat });
    form.hidden = blocked;
    byId("blocked").hidden = !blocked;
    commands.show(chat.type === "private" ? known : []);
    if (same) return;
    if (place) drafts.set(key(place), note.held().message ? "" : field.value);
    place = { person, chat };
    note.clear();
    setText(drafts.get(key(place)) ?? "");
  }

  return { show, startEdit, focus: () => field.focus() };
}
