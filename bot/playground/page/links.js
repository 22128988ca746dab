// Links that Telegram would not open in a browser.

const HOSTS = new Set(["t.me", "telegram.me", "telegram.dog"]);

/** The address of a link to a bot: `{username, start}`; null for every other link. */
export function botLink(href) {
  let url;
  try {
    url = new URL(href, "https://t.me");
  } catch {
    return null;
  }
  const start = url.searchParams.get("start");
  if (url.protocol === "tg:") {
    return url.host === "resolve" ? { username: url.searchParams.get("domain") ?? "", start } : null;
  }
  const [, username, ...rest] = url.pathname.split("/");
  return HOSTS.has(url.host) && username && !rest.length ? { username, start } : null;
}

/** What a press on this link sends to the bot: "/start payload", "" for a link that only opens
 *  the chat, null when the link leads elsewhere. */
export function startCommand(href, bot) {
  const link = botLink(href);
  if (link?.username.toLowerCase() !== bot.username.toLowerCase()) return null;
  return link.start === null ? "" : `/start ${link.start}`.trim();
}

/** Opens a link as Telegram would; `send` gets the text a deep link sends. */
export function openLink(href, bot, send) {
  const command = startCommand(href, bot);
  if (command) send(command);
  else if (command === null) window.open(href, "_blank", "noopener,noreferrer");
}
