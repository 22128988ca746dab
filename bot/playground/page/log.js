// The messages of the open chat: added, changed and taken away without disturbing the reader.

import { byId, make } from "./dom.js";
import { unfoldShort } from "./markup.js";
import { markNeighbours, messageElement } from "./message.js";

const NEAR_PX = 120;

export function createLog(actions) {
  const root = byId("log");
  const newest = byId("newest");
  let view = null;
  let messages = new Map(); // message id → message
  let highest = 0; // the highest id shown: most messages simply go to the end

  const elements = () => [...root.querySelectorAll(".message")];
  const element = (id) => root.querySelector(`[data-message-id="${id}"]`);
  const atEnd = () => root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_PX;
  const toEnd = () => root.scrollTo({ top: root.scrollHeight });

  function album(id) {
    const found = [...root.querySelectorAll(".album")].find(({ dataset }) => dataset.album === id);
    return found ?? make("div", { className: "album", data: { album: id } });
  }

  function place(node, message) {
    const next = message.message_id < highest
      && elements().find(({ dataset }) => Number(dataset.messageId) > message.message_id);
    highest = Math.max(highest, message.message_id);
    if (!message.media_group_id) return root.insertBefore(node, next ? next.closest("#log > *") : null);
    const group = album(message.media_group_id);
    group.classList.toggle("own", node.classList.contains("own"));
    group.classList.toggle("pictures", Boolean(message.photo || message.video));
    if (!group.isConnected) root.insertBefore(group, next ? next.closest("#log > *") : null);
    return group.insertBefore(node, next && next.parentElement === group ? next : null);
  }

  function keepFocus(old, node) {
    if (!old.contains(document.activeElement)) return;
    const { label } = document.activeElement.dataset;
    const keys = [...node.querySelectorAll(".key")];
    (keys.find(({ dataset }) => dataset.label === label) ?? keys[0] ?? node).focus({ preventScroll: true });
  }

  function put(message) {
    const known = messages.get(message.message_id);
    if (JSON.stringify(known) === JSON.stringify(message)) return;
    messages.set(message.message_id, message);
    const node = messageElement(message, view, actions);
    const old = element(message.message_id);
    if (old) {
      old.before(node);
      keepFocus(old, node);
      old.remove();
    } else place(node, message);
    unfoldShort(node);
  }

  function tidy(follow) {
    for (const group of root.querySelectorAll(".album:empty")) group.remove();
    markNeighbours(elements(), messages);
    byId("empty").hidden = messages.size > 0;
    if (follow) toEnd();
  }

  function takeAway(id) {
    messages.delete(id);
    element(id)?.remove();
  }

  /** One new or changed message. */
  function add(message) {
    const follow = atEnd() || message.from?.id === view.person.id;
    put(message);
    tidy(follow);
  }

  function remove(id) {
    takeAway(id);
    tidy(false);
  }

  /** The whole chat as it is now; `fresh` when another chat was open before. */
  function show(nextView, fresh) {
    const follow = fresh || atEnd();
    view = nextView;
    root.ariaBusy = "true"; // what was said before is not read out
    if (fresh) {
      messages = new Map();
      highest = 0;
      root.replaceChildren();
    }
    const ids = new Set(view.messages.map(({ message_id: id }) => id));
    for (const id of [...messages.keys()]) if (!ids.has(id)) takeAway(id);
    view.messages.forEach(put);
    tidy(follow);
    requestAnimationFrame(() => { root.ariaBusy = "false"; });
  }

  /** The person's newest own text message, for the arrow up; undefined when there is none. */
  function lastOwn() {
    return [...messages.values()].filter(({ from, text }) => text && from?.id === view.person.id).at(-1);
  }

  root.addEventListener("scroll", () => { newest.hidden = atEnd(); }, { passive: true });
  root.addEventListener("load", (event) => { if (event.target.alt && newest.hidden) toEnd(); }, true);
  newest.addEventListener("click", toEnd);
  new ResizeObserver(() => { if (newest.hidden) toEnd(); }).observe(root);
  return { add, remove, show, lastOwn };
}
