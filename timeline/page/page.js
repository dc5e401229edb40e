"use strict";
// The page: what is searched for, what the picture and the list show of it, and the dialog of one event. Every value of an
// event is put there as text; an address is a link only where it is one of the web.

const Query = (() => {
  const LIKE = { æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ŧ: "t", ı: "i" };
  const MARKS = /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u1dc0-\u1dff\u20d0-\u20ff]/g;
  // Scripts without spaces between words: among them a word may begin anywhere.
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
  const TERM = /(-)(?=[^\s)])|([()])|(?:([a-z][a-z-]*):(?!\/\/))?(~?)("(?:[^"\\]|\\.)*"?|[^\s()"]*)/iy;
  const PERIODS = { since: 1, until: 1, on: 1, date: 1 };

  /** Text without what a comparison ignores: case, accents, kinds of quotation marks and dashes. */
  function fold(text) {
    if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
    return text.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC")
      .replace(/[æœøłđðþħŧı]/g, (letter) => LIKE[letter]).replace(/[‘’‛ʼʻʾʿʹ′]/g, "'")
      .replace(/[“”„‟«»]/g, '"').replace(/[‐‑‒–—―−]/g, "-");
  }

  /** Whether a text has these words one after the other, as whole words; the last may go on where it is a beginning. */
  function words(text, beginning) {
    const folded = fold(text);
    const found = folded.match(/[\p{L}\p{N}]+/gu);
    if (!found) return (where) => where.includes(folded);
    const any = new RegExp(`[${UNSPACED}]`);
    const before = any.test(folded[0]) ? "" : `(?<!${LETTER})`;
    const after = beginning || any.test(folded.at(-1)) ? "" : `(?!${LETTER})`;
    const pattern = new RegExp(before + found.join("[^\\p{L}\\p{N}]+") + after, "u");
    return (where) => pattern.test(where);
  }

  function period(text) {
    const [, year, month, day] = /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
    if (!year || month > 12 || day > 31) throw Error(`${text || "the date"} is no date as 2022, 2022-03 or 2022-03-21`);
    const [y, m, d] = [+year, +(month ?? 1), +(day ?? 1)];
    return [Calendar.days(y, m, d), (day ? Calendar.days(y, m, d + 1) : month ? Calendar.days(y, m + 1) : Calendar.days(y + 1)) - 1];
  }

  function during(field, text) {
    let [from, to] = [-Infinity, Infinity];
    const [first, last = first, ...more] = text.split("..");
    if (more.length || (last !== first && field !== "date" && field !== "on")) throw Error(`${text} is no date`);
    if (first && field !== "until") [from] = period(first);
    if (last && field !== "since") [, to] = period(last);
    return (event) => event.spans.some(([start, end]) => start <= to && end >= from);
  }

  function term(field, value, beginning) {
    if (PERIODS[field]) return during(field, value);
    const starred = /.\*$/.test(value), text = starred ? value.slice(0, -1) : value, folded = fold(text);
    if (!text) throw Error(`nothing stands after ${field}:`);
    const same = (name) => (starred ? fold(name).startsWith(folded) : fold(name) === folded);
    const search = { title: "titleText", summary: "summaryText", source: "sourceText", text: "text" }[field];
    if (search) {
      const test = words(text, starred || beginning);
      return (event) => test(event[search]);
    }
    if (field === "actor") return (event) => event.names.some(same);
    if (field === "place") return (event) => event.places.some(same);
    if (field === "tag") return (event) => event.tags.some(same);
    if (["id", "kind", "status"].includes(field)) return (event) => same(event[field]);
    throw Error(`${field}: is not known here`);
  }

  /** What a query asks of an event; an Error in words where it asks nothing. The word that is being typed may go on. */
  function parse(text) {
    const tokens = [];
    for (let at = 0; at < text.length;) {
      if (/\s/.test(text[at])) { at += 1; continue; }
      TERM.lastIndex = at;
      const [whole, minus, bracket, field, mark, value] = TERM.exec(text);
      at += whole.length || 1;
      const quoted = value?.startsWith('"');
      if (minus) tokens.push({ kind: "NOT" });
      else if (bracket) tokens.push({ kind: bracket });
      else if (!field && ["AND", "OR", "NOT"].includes(value)) tokens.push({ kind: value });
      else if (mark) throw Error("~ is known to the command line only");
      else {
        const plain = quoted ? value.slice(1, value.length > 1 && value.endsWith('"') ? -1 : undefined).replace(/\\(.)/gs, "$1") : value;
        if (plain || field) tokens.push({ kind: "term", test: term(field?.toLowerCase() ?? "text", plain, !quoted && !field && at >= text.length) });
      }
    }
    let at = 0;
    const one = () => {
      const token = tokens[at++];
      if (token?.kind === "NOT") { const test = one(); return (event) => !test(event); }
      if (token?.kind === "(") { const test = either(); at += 1; return test; }
      if (token?.kind !== "term") throw Error("a word is missing");
      return token.test;
    };
    const both = () => {
      const tests = [one()];
      while (tokens[at] && !["OR", ")"].includes(tokens[at].kind)) {
        if (tokens[at].kind === "AND") at += 1;
        tests.push(one());
      }
      return tests.length > 1 ? (event) => tests.every((test) => test(event)) : tests[0];
    };
    const either = () => {
      const tests = [both()];
      while (tokens[at]?.kind === "OR") { at += 1; tests.push(both()); }
      return tests.length > 1 ? (event) => tests.some((test) => test(event)) : tests[0];
    };
    if (!tokens.length) return () => true;
    const test = either();
    if (at < tokens.length) throw Error("a bracket is missing");
    return test;
  }

  return { fold, parse };
})();

/** An element with text and other elements in it. */
function made(name, content = [], attributes = {}) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...[content].flat());
  return element;
}

/** A link where the address is one of the web; else text. */
function link(text, address) {
  return /^https?:\/\//i.test(address ?? "") ? made("a", text, { href: address, rel: "noopener noreferrer", target: "_blank" }) : text;
}

const said = JSON.parse(document.getElementById("_events").textContent);
const page = Object.fromEntries([...document.querySelectorAll("[id^=_]")].map((element) => [element.id.slice(1), element]));

/** What is said of a date in pieces, as the picture has it; `rival` where it is one that a source gives instead. */
const pieces = (days, rival) => days.map(([ink, first, last, doubt]) => ({ ink, first, last, doubt, rival }));

/** An event as the page knows it: what is said of it, and what queries and the picture ask. */
function known(one, order) {
  const status = one.status ?? "reported", claims = one.claims ?? [], sources = one.subjectOf ?? [];
  const own = pieces(one.days, false), all = [...own, ...claims.flatMap((claim) => pieces(claim.days, true))];
  const actors = one.actor ?? [], place = one.location ?? "";
  const canonical = (kind, names) => names.map((name) => said.names[kind][name] ?? name);
  const ends = (list) => [Math.min(...list.map((piece) => piece.first ?? -Infinity)), Math.max(...list.map((piece) => piece.last ?? Infinity))];
  const busy = all.flatMap(({ ink, first, last }) => (ink === SOLID || first === null || last === null
    ? [first, last].filter((day) => day !== null).map((day) => [day, day]) : [[first, last]]));
  return {
    said: one, order, id: one["@id"].slice(1), when: one.when, status, busy, pieces: all,
    label: status === "reported" ? one.name : `[${status}] ${one.name}`,
    day: own[0].first ?? own.at(-1).last ?? 0,
    spans: [ends(own), ...claims.map((claim) => ends(pieces(claim.days)))],
    kind: one.additionalType ?? "", tags: one.keywords ?? [], names: [...actors, ...canonical("actor", actors)], places: [place, ...canonical("place", [place])],
    lanes: { [said.by]: one.lane, actor: canonical("actor", actors), place: canonical("place", [place]), tag: one.keywords ?? [], kind: [one.additionalType ?? ""] },
    get titleText() { return Query.fold(one.name); },
    get summaryText() { return Query.fold(one.description ?? ""); },
    get sourceText() { return Query.fold(sources.flatMap((source) => [source.name, source.publisher, source.author, source.url, source.archivedAt]).filter(Boolean).join("\n")); },
    get text() {
      const value = Query.fold([one.name, one.description, ...actors, place, ...this.tags, this.kind, this.id, ...sources.map((source) => source.quote)].filter(Boolean).join("\n"));
      Object.defineProperty(this, "text", { value });
      return value;
    },
  };
}

const events = said.itemListElement.map(known);
const byId = new Map(events.map((event) => [event.id, event]));
const inTime = events.filter((event) => event.busy.length)
  .sort((one, other) => one.day - other.day || other.busy[0][1] - one.busy[0][1] || one.order - other.order);
inTime.forEach((event, place) => { event.place = place; });
const kinds = [...new Set(events.map((event) => event.kind))];
let shown = events, shownStatuses = null;
const picture = new Picture(page, { open, choose });

/** The lanes of the events that are shown, the fullest first; beyond sixty, the others share one. */
function lanes(by) {
  const chosen = new Set(shown), here = inTime.filter((event) => chosen.has(event));
  for (const event of here) event.colour = by ? (lane) => lane : () => kinds.indexOf(event.kind);
  if (!by) return [{ name: null, events: here }];
  const found = new Map(), none = `(no ${by})`;
  for (const event of here) {
    const names = new Set(event.lanes[by].filter(Boolean));
    for (const name of names.size ? names : [none]) found.set(name, [...(found.get(name) ?? []), event]);
  }
  const sorted = [...found].map(([name, inside]) => ({ name, events: inside }));
  sorted.sort((one, other) => (one.name === none) - (other.name === none) || other.events.length - one.events.length || (one.name < other.name ? -1 : 1));
  if (sorted.length <= 61) return sorted;
  const others = new Set(sorted.slice(60).flatMap((lane) => lane.events));
  return [...sorted.slice(0, 60), { name: `${sorted.length - 60} others`, events: here.filter((event) => others.has(event)) }];
}

function search() {
  let test, told = "";
  try {
    test = Query.parse(page.find.value);
  } catch (error) {
    told = error.message;
  }
  page.find.setAttribute("aria-invalid", String(!test));
  if (test) {
    shown = events.filter((event) => (!shownStatuses || shownStatuses.has(event.status)) && test(event));
    if (!shown.includes(picture.chosen)) picture.chosen = null;
    showItems();
    picture.show(lanes(page.by.value), page.cut.checked);
    told = `${shown.length.toLocaleString("en")} of ${events.length.toLocaleString("en")} event${events.length === 1 ? "" : "s"}`;
  }
  page.told.textContent = told;
}

/** Show the items of the list that are found; at first it is not there whole yet. */
function showItems() {
  const chosen = new Set(shown), all = chosen.size === events.length;
  document.documentElement.classList.toggle("some", !all);
  [...document.getElementById("_list")?.children ?? []].forEach((item, number) => {
    if (item.hidden === (all || chosen.has(events[number]))) item.hidden = !item.hidden;
  });
}

/** Choose an event in the picture, and say which. */
function choose(event) {
  picture.reveal(event);
  page.now.textContent = `${event.when}: ${event.label}`;
}

/** Open an event: its address stands in the hash, and whoever has that address comes back to it. */
function open(event) {
  if (location.hash === `#${event.id}`) return showDialog(event);
  location.hash = event.id;
}

function showDialog(event) {
  const { said: one } = event;
  const rows = [["Actors", one.actor], ["Place", one.location], ["Kind", one.additionalType], ["Tags", one.keywords],
    ["Status", event.status], ...(one.claims ?? []).map((claim) => ["Other date", `${claim.when} (${claim.who})`]), ...(one.more ?? [])];
  const about = made("dl", rows.filter(([, value]) => value?.length).map(([name, value]) => made("div", [made("dt", name), made("dd", [value].flat().join(", "))])));
  const parts = [made("p", [made("strong", one.when), " ", ...(one.edtf === one.when ? [] : [made("code", one.edtf)])]),
    ...(one.description ?? "").split("\n").filter(Boolean).map((line) => made("p", line)), about];
  for (const [name, words] of [["after", "After"], ["before", "Before"], ["related", "See also"]]) {
    if (one[name]) parts.push(made("h3", words), made("ul", one[name].map((id) => made("li", relation(id)))));
  }
  if (one.subjectOf) parts.push(made("h3", "Sources"), made("ol", one.subjectOf.map(cited)));
  page.title.textContent = one.name;
  page.body.replaceChildren(...parts);
  const at = picture.order.indexOf(event);
  for (const [button, other] of [[page.before, picture.order[at - 1]], [page.after, picture.order[at + 1]]]) {
    button.disabled = !other;
    button.onclick = () => open(other);
  }
  choose(event);
  document.title = `${one.name} – ${said.name}`;
  if (!page.dialog.open) page.dialog.showModal();
  page.body.scrollTop = 0;
}

function relation(id) {
  const other = byId.get(id.slice(1));
  return id[0] === "#" && other ? made("a", `${other.when}: ${other.said.name}`, { href: id }) : id;
}

function cited(source) {
  const parts = [source.author, link(source.name ?? source.url ?? source.publisher ?? "a source", source.url), source.name && source.publisher,
    source.when, source.pagination, source.archivedAt && link("archived copy", source.archivedAt), ...(source.more ?? []).map(([name, value]) => `${name}: ${value}`)].filter(Boolean);
  const line = made("p", parts.flatMap((part, number) => (number ? [", ", part] : [part])));
  return made("li", source.quote ? [made("blockquote", source.quote), line] : line);
}

/** What the hash says: an event, and what was searched for in which lanes. */
function arrive() {
  const [id, ...more] = location.hash.slice(1).split("&");
  const words = new URLSearchParams((id.includes("=") ? [id, ...more] : more).join("&"));
  if (words.size) {
    page.find.value = words.get("q") ?? "";
    if ([...page.by.options].some((option) => option.value === words.get("by"))) page.by.value = words.get("by");
    search();
  }
  const event = byId.get(id);
  if (event) showDialog(event);
  else if (page.dialog.open) page.dialog.close();
}

function share() {
  const words = new URLSearchParams(Object.entries({ q: page.find.value, by: page.by.value }).filter(([, value]) => value));
  location.replace(`#${words}`);
}

const statuses = [...new Set(events.map((event) => event.status))];
if (statuses.length > 1) page.chips.append(...statuses.map((status) => {
  const chip = made("button", `${status} ${events.filter((event) => event.status === status).length.toLocaleString("en")}`, { type: "button", "aria-pressed": "true" });
  chip.onclick = () => {
    chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
    shownStatuses = new Set(statuses.filter((_, number) => page.chips.children[number].getAttribute("aria-pressed") === "true"));
    search();
  };
  return chip;
}));

page.tools.addEventListener("submit", (e) => { e.preventDefault(); share(); });
page.find.addEventListener("input", search);
page.find.addEventListener("change", share);
page.by.addEventListener("change", () => { search(); share(); });
page.cut.addEventListener("change", search);
page.in.onclick = () => picture.zoom(1.6);
page.out.onclick = () => picture.zoom(1 / 1.6);
page.all.onclick = () => picture.zoomTo(picture.least, -12);
page.close.onclick = () => page.dialog.close();
page.dialog.addEventListener("click", (e) => { if (e.target === page.dialog) page.dialog.close(); });
page.dialog.addEventListener("close", () => {
  document.title = said.name;
  if (byId.has(location.hash.slice(1))) share();
});
page.dialog.addEventListener("keydown", (e) => {
  const button = { ArrowLeft: page.before, ArrowRight: page.after }[e.key];
  if (button && !button.disabled) button.click();
});
document.addEventListener("DOMContentLoaded", showItems);
document.addEventListener("click", (e) => {
  const at = e.target.closest?.("a[href^='#']"); // the same address again makes no hashchange
  if (at && at.hash === location.hash) arrive();
});
addEventListener("keydown", (e) => {
  if (e.key !== "/" || /INPUT|SELECT/.test(e.target.tagName) || page.dialog.open) return;
  e.preventDefault();
  page.find.focus();
});
addEventListener("hashchange", arrive);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => picture.readPaint());

document.documentElement.classList.add("live");
search();
arrive();
requestAnimationFrame(() => performance.mark("ready"));
