// The inline keyboard under a message.

import { icon, make } from "./dom.js";
import { openLink } from "./links.js";

function mark(button) {
  if (button.url) return icon("link");
  return button.copy_text ? icon("copy") : null;
}

function press(button, node, message, actions) {
  if (button.callback_data !== undefined) actions.press(message, button.callback_data, node);
  else if (button.url) openLink(button.url, actions.bot(), actions.send);
  else if (button.copy_text) actions.copy(button.copy_text.text);
  else actions.toast("This kind of button does nothing in the playground.");
}

function key(button, message, actions) {
  const node = make(
    "button",
    { type: "button", className: "key", title: button.text, data: { testid: "button", label: button.text, style: button.style ?? "" } },
    make("span", {}, button.text),
    mark(button),
  );
  node.addEventListener("click", () => press(button, node, message, actions));
  return node;
}

/** The rows of buttons of a message; null when it has none. */
export function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  return make(
    "div",
    { className: "keyboard", role: "group", ariaLabel: "Buttons" },
    ...rows.map((row) =>
      make("div", { className: "row" }, ...row.map((button) => key(button, message, actions))),
    ),
  );
}
