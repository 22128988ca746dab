// Words that appear for a moment: toasts, alerts, "Copied".

import { byId } from "./dom.js";

const TOAST_MS = 4000;

export function createNotices() {
  const toastLine = byId("toast");
  const alertBox = byId("alert");
  let timer = 0;

  function toast(words) {
    clearTimeout(timer);
    toastLine.textContent = words;
    timer = setTimeout(() => { toastLine.textContent = ""; }, TOAST_MS);
  }

  function alert(words) {
    alertBox.querySelector("p").textContent = words;
    if (!alertBox.open) alertBox.showModal();
  }

  async function copy(words) {
    try {
      await navigator.clipboard.writeText(words);
      toast("Copied");
    } catch {
      toast("The browser did not allow copying.");
    }
  }

  return { toast, alert, copy };
}
