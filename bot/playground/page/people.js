// The tabs, one for each person, and the form that makes another person.

import { api } from "./api.js";
import { byId, make } from "./dom.js";

const ROLES = { customer: "Customer", operator: "Operator", moderator: "Moderator", admin: "Admin" };

/** What a tab says and is called in tests: the role for its first person, then names. */
function labels(people) {
  const seen = {};
  return people.map(({ role, first_name: name }) => {
    const count = (seen[role] = (seen[role] ?? 0) + 1);
    const first = count === 1;
    return { words: first ? ROLES[role] ?? role : name, testid: first ? `tab-${role}` : `tab-${role}-${count}` };
  });
}

function tab(person, { words, testid }, chosen) {
  return make(
    "button",
    {
      id: `tab-${person.id}`,
      type: "button",
      tabIndex: chosen ? 0 : -1,
      title: `${person.first_name}, ${ROLES[person.role] ?? person.role}, language ${person.language_code}`,
      attributes: { role: "tab", "aria-selected": chosen, "aria-controls": "panel" },
      data: { testid, person: person.id },
    },
    words,
  );
}

function nextTab(key, tabs, current) {
  const at = tabs.indexOf(current);
  const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 };
  return key in places ? tabs.at(places[key] % tabs.length) : null;
}

/** `choose(personId)` opens a person's chats; `refused(error)` tells why one was not made;
 *  `unread` knows who got something new. */
export function createPeople({ choose, refused, unread }) {
  const root = byId("tabs");
  const dialog = byId("new-person");
  const form = dialog.querySelector("form");

  function show(people, person) {
    const focused = root.contains(document.activeElement);
    const names = labels(people);
    root.replaceChildren(...people.map((one, at) => tab(one, names[at], one.id === person.id)));
    const chosen = byId(`tab-${person.id}`);
    byId("panel").setAttribute("aria-labelledby", chosen.id);
    chosen.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (focused) chosen.focus();
    mark();
  }

  /** A dot on the tabs of people who got something they have not seen. */
  function mark() {
    for (const one of root.children) {
      const news = unread.ofPerson(one.dataset.person);
      one.classList.toggle("news", news);
      one.ariaDescription = news ? "new messages" : "";
    }
  }

  async function add() {
    try {
      const person = await api.addPerson(Object.fromEntries(new FormData(form)));
      form.reset();
      choose(person.id);
    } catch (error) {
      refused(error);
    }
  }

  root.addEventListener("click", ({ target }) => {
    const { person } = target.closest("[role=tab]")?.dataset ?? {};
    if (person) choose(person);
  });
  root.addEventListener("keydown", (event) => {
    const next = nextTab(event.key, [...root.children], event.target);
    if (!next) return;
    event.preventDefault();
    next.focus();
    choose(next.dataset.person);
  });
  byId("add-person").addEventListener("click", () => {
    dialog.returnValue = "";
    dialog.showModal();
  });
  dialog.querySelector("[type=button]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { if (dialog.returnValue === "add") add(); });
  return { show, mark };
}
