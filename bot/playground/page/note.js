// The strip above the text field: the file that will be sent, or the message being edited.

import { byId, icon, make } from "./dom.js";

const PICTURES = new Set(["image/jpeg", "image/png", "image/webp"]);

/** `changed()` is called when a file comes or goes. */
export function createNote({ changed }) {
  const strip = byId("note");
  const input = byId("file");
  const choice = strip.querySelector("label");
  const asFile = choice.querySelector("input");
  let file = null;
  let message = null;

  function draw(title, words, picture) {
    strip.querySelector("b").textContent = title;
    strip.querySelector(".note-words span").textContent = words;
    strip.querySelector(".note-picture").replaceChildren(picture);
    strip.hidden = false;
  }

  function clear() {
    const address = strip.querySelector("img")?.src;
    if (address) URL.revokeObjectURL(address);
    [file, message, input.value, strip.hidden, choice.hidden] = [null, null, "", true, true];
    changed();
  }

  function showFile(chosen) {
    clear();
    file = chosen;
    const isPicture = PICTURES.has(file.type);
    choice.hidden = !isPicture;
    asFile.checked = false;
    draw(file.name, `${Math.ceil(file.size / 1000)} kB`, isPicture
      ? make("img", { src: URL.createObjectURL(file), alt: "" })
      : icon("file"));
    changed();
    byId("text").focus();
  }

  function showMessage(edited) {
    clear();
    message = edited;
    draw("Edit message", edited.text, icon("pencil"));
  }

  function kind() {
    if (!file) return null;
    if (PICTURES.has(file.type) && !asFile.checked) return "photo";
    return file.type === "audio/ogg" ? "voice" : "document";
  }

  byId("attach").addEventListener("click", () => input.click());
  input.addEventListener("change", () => { if (input.files.length) showFile(input.files[0]); });
  strip.querySelector("button").addEventListener("click", () => {
    if (message) byId("text").value = "";
    clear();
    byId("text").focus();
  });

  /** What the strip shows: a file with the name of the field it is sent under, or a message. */
  const held = () => ({ file, kind: kind(), message });

  return { showFile, showMessage, clear, held };
}
