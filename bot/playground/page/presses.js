// Pressed buttons wait for the bot's answer; the answer becomes a toast, an alert or a link.

import { api } from "./api.js";

const PATIENCE_MS = 10000;

/** `current()` tells `{person, chat}`; `open(url)` follows the link of an answer. */
export function createPresses({ current, notices, open }) {
  const waiting = new Map(); // callback query id → the button that waits
  const early = new Set(); // ids whose answer came before the id itself

  function release(id) {
    waiting.get(id)?.removeAttribute("aria-busy");
    waiting.delete(id);
  }

  async function press(message, data, button) {
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    const { person, chat } = current();
    try {
      const { callback_query_id: id } = await api.press(person.id, chat.id, message.message_id, data);
      waiting.set(id, button);
      if (early.delete(id)) release(id);
      setTimeout(() => release(id), PATIENCE_MS);
    } catch (error) {
      button.ariaBusy = null;
      notices.toast(error.message);
    }
  }

  function answered({ callback_query_id: id, text, alert, url }) {
    if (waiting.has(id)) release(id);
    else early.add(id);
    if (text) (alert ? notices.alert : notices.toast)(text);
    if (url) open(url);
  }

  return { press, answered };
}
