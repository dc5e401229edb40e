"use strict";
// The page: what is searched for, what the picture and the list show of it, and the dialog of one event. Every value of an
// event is put there as text; an address is a link only where it is one of the web.

const Query = (() => {
  const LIKE = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i" };
  // Scripts without spaces between words: among them a word may begin anywhere.
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
  const TERM = /\s+|(-)(?=[^\s)])|([()])|(?:([a-z][a-z-]*):(?!\/\/))?("(?:[^"\\]|\\.)*"?|[^\s()"]*)/iy;

  /** Text without what a comparison ignores: case, accents, kinds of quotation marks and dashes. */
  function fold(text) {
    if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
    return text.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u065f]/g, "")
      .normalize("NFC").replace(/[æœøłđðþħŧı]/g, (letter) => LIKE[letter]).replace(/[‘’‛ʼʻʾʿʹ′]/g, "'").replace(/[“”„‟«»]/g, '"').replace(/[‐-―−]/g, "-");
  }

  /** Whether a text has these words one after the other, as whole words; the last may go on where it is a beginning. */
  function words(text, beginning) {
    const folded = fold(text), found = folded.match(/[\p{L}\p{N}]+/gu), open = (letter) => RegExp(`[${UNSPACED}]`).test(letter);
    if (!found) return (where) => where.includes(folded);
    const [before, after] = [open(folded[0]) ? "" : `(?<!${LETTER})`, beginning || open(folded.at(-1)) ? "" : `(?!${LETTER})`];
    const pattern = RegExp(before + found.join("[^\\p{L}\\p{N}]+") + after, "u");
    return (where) => pattern.test(where);
  }

  /** The first and last day of a year, a month or a day. */
  function period(text) {
    const [, year, month, day] = /^(-?\d{4,6})(?:-([01]\d)(?:-([0-3]\d))?)?$/.exec(text) ?? [];
    if (!year) throw Error(`${text} is no date as 2022, 2022-03 or 2022-03-21`);
    const [y, m, d] = [+year, +(month ?? 1), +(day ?? 1)];
    return [Calendar.days(y, m, d), (day ? Calendar.days(y, m, d + 1) : month ? Calendar.days(y, m + 1) : Calendar.days(y + 1)) - 1];
  }

  function term(field, value, beginning) {
    const prefix = /.\*$/.test(value), text = prefix ? value.slice(0, -1) : value, folded = fold(text);
    if (!text || text[0] === "~") throw Error(text ? "~ is known to the command line only" : `nothing stands after ${field}:`);
    if (["since", "until", "on", "date"].includes(field)) {
      const [first, last] = text.includes("..") ? text.split("..") : [text, text];
      const from = first && field !== "until" ? period(first)[0] : -Infinity, to = last && field !== "since" ? period(last)[1] : Infinity;
      return (event) => event.spans.some(([start, end]) => start <= to && end >= from);
    }
    const asked = { actor: "names", place: "places", tag: "tags", kind: "kinds", status: "statuses", id: "ids" }[field];
    if (asked) return (event) => event[asked].some((name) => (prefix ? fold(name).startsWith(folded) : fold(name) === folded));
    if (!["title", "summary", "source", "text"].includes(field)) throw Error(`${field}: is not known here`);
    const test = words(text, prefix || beginning);
    return (event) => test((event.folded[field] ??= fold(event.texts(field).flat().filter(Boolean).join("\n"))));
  }

  /** What a query asks of an event; an Error in words where it asks nothing. The word that is being typed may go on. */
  function parse(text) {
    const tokens = [];
    for (TERM.lastIndex = 0; TERM.lastIndex < text.length;) {
      const [whole, minus, bracket, field, value = ""] = TERM.exec(text), plain = /^"(.*?)"?$/s.exec(value)?.[1].replace(/\\(.)/gs, "$1");
      if (minus || bracket) tokens.push(bracket ?? "NOT");
      else if (!field && ["AND", "OR", "NOT"].includes(value)) tokens.push(value);
      else if (field || value) tokens.push(term(field?.toLowerCase() ?? "text", plain ?? value, !field && plain === undefined && TERM.lastIndex === text.length));
      else if (!whole) TERM.lastIndex += 1;
    }
    const one = () => {
      const token = tokens.shift();
      if (token === "NOT") { const test = one(); return (event) => !test(event); }
      if (token === "(") { const test = either(); tokens.shift(); return test; }
      if (typeof token !== "function") throw Error("a word is missing");
      return token;
    };
    const both = () => {
      const tests = [one()];
      while (tokens.length && !["OR", ")"].includes(tokens[0])) {
        if (tokens[0] === "AND") tokens.shift();
        tests.push(one());
      }
      return (event) => tests.every((test) => test(event));
    };
    const either = () => {
      const tests = [both()];
      while (tokens[0] === "OR") { tokens.shift(); tests.push(both()); }
      return (event) => tests.some((test) => test(event));
    };
    const test = tokens.length ? either() : () => true;
    if (tokens.length) throw Error("a bracket is missing");
    return test;
  }

  return { parse };
})();

/** An element with text and other elements in it. */
function made(name, content, attributes = {}) {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...[content].flat());
  return element;
}

/** A link where the address is one of the web; else text. */
const link = (text, address) => (/^https?:\/\//i.test(address) ? made("a", text, { href: address, rel: "noopener noreferrer", target: "_blank" }) : text);

const said = JSON.parse(document.getElementById("_events").textContent);
const page = Object.fromEntries([...document.querySelectorAll("[id^=_]")].map((element) => [element.id.slice(1), element]));
const whole = page.told.textContent, also = (name) => said.names.also[name] ?? [];
const count = (number) => number.toLocaleString("en");

/** An event as queries and the picture know it. */
function known(one, order) {
  const { name, description, actor: actors = [], location = "", additionalType: kind = "", keywords: tags = [], status = "reported", subjectOf = [], claims = [] } = one;
  const id = one["@id"].slice(1), lists = [one.days, ...claims.map((claim) => claim.days)];
  const pieces = lists.flatMap((days, rival) => days.map(([ink, first, last, doubt]) => ({ ink, first, last, doubt, rival: rival > 0 })));
  const [going, place] = [actors.map((actor) => said.names.actor[actor] ?? actor), said.names.place[location] ?? location];
  return {
    said: one, order, id, when: one.when, status, kind, pieces, folded: {},
    label: status === "reported" ? name : `[${status}] ${name}`,
    day: pieces[0].first ?? one.days.at(-1)[2] ?? 0,
    spans: lists.map((days) => [Math.min(...days.map((day) => day[1] ?? -Infinity)), Math.max(...days.map((day) => day[2] ?? Infinity))]),
    busy: pieces.flatMap(({ ink, first, last }) => (ink !== SOLID && first !== null && last !== null ? [[first, last]] : [first, last].filter((day) => day !== null).map((day) => [day, day]))),
    names: [...actors, ...going, ...going.flatMap(also)], places: [location, place, ...also(place)], tags, kinds: [kind], statuses: [status], ids: [id],
    lanes: { [said.by]: one.lane, actor: going, place: [place], tag: tags, kind: [kind] },
    texts: (field) => ({
      title: [name], summary: [description], source: subjectOf.map((source) => [source.name, source.publisher, source.author, source.url, source.archivedAt].join("\n")),
      text: [name, description, actors, location, tags, kind, id, subjectOf.map((source) => source.quote)],
    })[field],
  };
}

const events = said.itemListElement.map(known), byId = new Map(events.map((event) => [event.id, event]));
const kinds = [...new Set(events.map((event) => event.kind))], statuses = [...new Set(events.map((event) => event.status))], hidden = new Set();
const inTime = events.filter((event) => event.busy.length)
  .sort((one, other) => one.day - other.day || other.busy[0][1] - one.busy[0][1] || one.order - other.order);
inTime.forEach((event, place) => { event.place = place; });
let shown = new Set(events);
const picture = new Picture(page, { open, choose });

/** The lanes of the events that are shown, the fullest first; beyond sixty, the others share one. */
function lanes(by) {
  const here = inTime.filter((event) => shown.has(event)), none = `(no ${by})`, found = new Map();
  for (const event of here) {
    event.colour = (lane) => (by ? lane : kinds.indexOf(event.kind));
    const names = by ? event.lanes[by].filter(Boolean) : [""];
    for (const name of new Set(names.length ? names : [none])) found.set(name, [...(found.get(name) ?? []), event]);
  }
  const sorted = [...found].map(([name, inside]) => ({ name, events: inside }));
  sorted.sort((one, other) => (one.name === none) - (other.name === none) || other.events.length - one.events.length || (one.name < other.name ? -1 : 1));
  const rest = new Set(sorted.splice(60).flatMap((lane) => lane.events));
  return rest.size ? [...sorted, { name: "others", events: here.filter((event) => rest.has(event)) }] : sorted;
}

function search() {
  let test;
  try {
    test = Query.parse(page.find.value);
    shown = new Set(events.filter((event) => !hidden.has(event.status) && test(event)));
    page.told.textContent = shown.size < events.length ? `${count(shown.size)} of ${whole}` : whole;
    if (!shown.has(picture.chosen)) picture.chosen = null;
    showItems();
    picture.show(lanes(page.by.value), page.cut.checked);
  } catch (error) {
    if (test) throw error;
    page.told.textContent = error.message;
  }
  page.find.setAttribute("aria-invalid", !test);
}

/** Show the items of the list that are found; at first it is not there whole yet. */
function showItems() {
  document.documentElement.classList.toggle("some", shown.size < events.length);
  for (const [number, item] of [...document.querySelectorAll("#_list > ol > li")].entries()) if (item.hidden === shown.has(events[number])) item.hidden = !item.hidden;
}

/** Choose an event in the picture, and say which. */
function choose(event) {
  picture.reveal(event);
  page.now.textContent = `${event.when}: ${event.label}`;
}

/** Open an event: its address stands in the hash, and whoever has that address comes back to it. */
function open(event) {
  if (location.hash === `#${event.id}`) showDialog(event);
  else location.hash = event.id;
}

function showDialog(event) {
  const at = picture.order.indexOf(event);
  for (const [button, other] of [[page.before, picture.order[at - 1]], [page.after, picture.order[at + 1]]]) Object.assign(button, { disabled: !other, onclick: () => open(other) });
  page.title.textContent = event.said.name;
  page.body.replaceChildren(...told(event));
  document.title = `${event.said.name} – ${said.name}`;
  choose(event);
  if (!page.dialog.open) page.dialog.showModal();
  page.body.scrollTop = 0;
}

/** All that is known of an event but its title. */
function told({ said: one, status }) {
  const rows = [["Actors", one.actor], ["Place", one.location], ["Kind", one.additionalType], ["Tags", one.keywords], ["Status", status],
    ...(one.claims ?? []).map((claim) => ["Other date", `${claim.when} (${claim.who})`]), ...(one.more ?? [])].filter(([, value]) => value);
  const related = (id) => made("li", byId.has(id.slice(1)) ? made("a", `${byId.get(id.slice(1)).when}: ${byId.get(id.slice(1)).said.name}`, { href: id }) : id);
  return [
    made("p", [made("strong", one.when), " ", made("code", one.edtf === one.when ? "" : one.edtf)]),
    ...(one.description ?? "").split("\n").map((line) => made("p", line)),
    made("dl", rows.map(([name, value]) => made("div", [made("dt", name), made("dd", [value].flat().join(", "))]))),
    ...[["after", "After"], ["before", "Before"], ["related", "See also"]].filter(([name]) => one[name]).flatMap(([name, words]) => [made("h3", words), made("ul", one[name].map(related))]),
    ...(one.subjectOf ? [made("h3", "Sources"), made("ol", one.subjectOf.map(cited))] : []),
  ];
}

function cited(source) {
  const parts = [source.author, link(source.name ?? source.url ?? source.publisher ?? "a source", source.url), source.name && source.publisher, source.when, source.pagination,
    source.archivedAt && link("archived copy", source.archivedAt), ...(source.more ?? []).map(([name, value]) => `${name}: ${value}`)].filter(Boolean);
  return made("li", [...(source.quote ? [made("blockquote", source.quote)] : []), made("p", parts.flatMap((part, number) => (number ? [", ", part] : [part])))]);
}

/** Go where the hash says: to an event, or to what was searched for in which lanes. */
function arrive() {
  const hash = location.hash.slice(1), event = byId.get(hash), words = new URLSearchParams(hash);
  if (words.has("q") || words.has("by")) {
    page.find.value = words.get("q") ?? "";
    page.by.value = [...page.by.options].find((option) => option.value === words.get("by"))?.value ?? "";
    search();
  }
  if (event) showDialog(event);
  else page.dialog.close();
}

function share() {
  location.replace(`#${new URLSearchParams(Object.entries({ q: page.find.value, by: page.by.value }).filter(([, value]) => value))}`);
}

if (statuses.length > 1) page.chips.append(...statuses.map((status) => made("button", `${status} ${count(events.filter((event) => event.status === status).length)}`, {
  type: "button", ariaPressed: "true",
  onclick: ({ target }) => {
    target.ariaPressed = hidden.delete(status) || !hidden.add(status);
    search();
  },
})));

const on = (where, names, does) => names.split(" ").forEach((name) => where.addEventListener(name, does));
on(page.tools, "submit", (e) => e.preventDefault());
on(page.tools, "input", search);
on(page.tools, "change", share);
page.in.onclick = () => picture.zoom(1.6);
page.out.onclick = () => picture.zoom(1 / 1.6);
page.all.onclick = () => picture.zoom(0);
page.close.onclick = () => page.dialog.close();
on(page.dialog, "click", (e) => e.target === page.dialog && page.dialog.close());
on(page.dialog, "close", () => {
  document.title = said.name;
  if (byId.has(location.hash.slice(1))) share();
});
on(page.dialog, "keydown", (e) => ({ ArrowLeft: page.before, ArrowRight: page.after })[e.key]?.click());
on(document, "click", (e) => e.target.closest?.("a[href^='#']")?.hash === location.hash && arrive()); // that makes no hashchange
on(document, "DOMContentLoaded", showItems);
on(window, "keydown", (e) => {
  if (e.key !== "/" || page.dialog.open || e.target.matches?.("input, select")) return;
  e.preventDefault();
  page.find.focus();
});
on(window, "hashchange", arrive);
on(window, "beforeprint", () => {
  if (shown.size <= 1000) for (const event of shown) document.getElementById(event.id)?.append(made("div", told(event).slice(1), { className: "more printed" }));
});
on(window, "afterprint", () => document.querySelectorAll(".printed").forEach((element) => element.remove()));
on(matchMedia("(prefers-color-scheme: dark)"), "change", () => picture.readPaint());

document.documentElement.classList.add("live");
search();
arrive();
requestAnimationFrame(() => performance.mark("ready"));
