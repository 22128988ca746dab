// The people API of the playground server, one function a request.

async function reach(path, options) {
  try {
    return await fetch(path, { cache: "no-store", ...options });
  } catch (cause) {
    throw new Error("The playground does not answer.", { cause });
  }
}

/** The JSON of the answer. Raises an Error whose message is a sentence for the person. */
async function ask(path, options = {}) {
  const response = await reach(path, options);
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Error(answer?.description ?? `The playground answered ${response.status}.`);
}

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

function sendFile(path, kind, file, caption) {
  const form = new FormData();
  form.set(kind, file);
  if (caption) form.set("caption", caption);
  return ask(path, { method: "POST", body: form });
}

const chat = (person, chatId) => `/people/${person}/chats/${chatId}`;

export const api = {
  people: () => ask("/people"),
  addPerson: (person) => post("/people", person),
  notices: () => ask("/notices"),
  commands: (person) => ask(`/commands?person=${person}`),
  chats: (person) => ask(`/people/${person}/chats`),
  chat: (person, chatId) => ask(chat(person, chatId)),
  /** Waits on the server (up to 25 s) for what comes after this version. */
  events: (person, after, signal) => ask(`/people/${person}/events?after=${after}`, { signal }),
  /** The same without waiting. */
  news: (person, after) => ask(`/people/${person}/events?after=${after}&timeout=0`),
  send: (person, chatId, text) => post(`${chat(person, chatId)}/messages`, { text }),
  sendFile: (person, chatId, kind, file, caption) =>
    sendFile(`${chat(person, chatId)}/messages`, kind, file, caption),
  edit: (person, chatId, messageId, text) =>
    post(`${chat(person, chatId)}/edit`, { message_id: messageId, text }),
  press: (person, chatId, messageId, data) =>
    post(`${chat(person, chatId)}/presses`, { message_id: messageId, data }),
  deleteChat: (person, chatId) => ask(chat(person, chatId), { method: "DELETE" }),
  block: (person) => post(`/people/${person}/block`, {}),
  unblock: (person) => post(`/people/${person}/unblock`, {}),
};
