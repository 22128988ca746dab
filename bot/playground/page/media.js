// Pictures, documents, stickers and voices inside messages.

import { byId, icon, make } from "./dom.js";

const UNITS = ["B", "kB", "MB", "GB"];

function size(bytes) {
  if (!bytes) return "";
  const step = Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  return `${(bytes / 1000 ** step).toFixed(step ? 1 : 0)} ${UNITS[step]}`;
}

function openPicture(address) {
  const dialog = byId("picture");
  dialog.querySelector("img").src = address;
  dialog.querySelector("a").href = address;
  dialog.showModal();
}

function photo(sizes) {
  const { width, height, url } = sizes.at(-1);
  const image = make("img", { src: url, alt: "Picture", width, height });
  const button = make("button", { type: "button", className: "photo", ariaLabel: "Open the picture" }, image);
  button.addEventListener("click", () => openPicture(url));
  return button;
}

function file(document) {
  const name = document.file_name ?? "file";
  const words = make("span", {}, make("b", {}, name), make("small", {}, size(document.file_size)));
  const link = { className: "file", href: document.url, download: name, data: { testid: "document" } };
  return make("a", link, make("span", { className: "file-icon" }, icon("file")), words);
}

function player({ url }) {
  return make("audio", { controls: true, preload: "metadata", src: url, ariaLabel: "Voice message" });
}

function film({ url, width, height }) {
  return make("video", { controls: true, preload: "metadata", src: url, width, height });
}

function sticker({ url, emoji }) {
  const picture = make("img", { className: "sticker", src: url, alt: `Sticker ${emoji ?? ""}` });
  picture.addEventListener("error", () => picture.replaceWith(emoji ?? "Sticker"), { once: true });
  return picture;
}

const KINDS = { photo, animation: film, video: film, document: file, audio: player, voice: player, sticker };

/** The picture, file or sound of a message; null when it has none. */
export function media(message) {
  const kind = Object.keys(KINDS).find((name) => message[name]);
  return kind ? KINDS[kind](message[kind]) : null;
}
