"use strict";
// The report's page. Its data stand in the element #data; nothing is fetched, and nothing is stored.
// Texts from the list go into the page as text only (textContent): the policy forbids making markup of them.

const PAGE_SIZE = 100;
const MOST_PRINTED = 2000;
const SHARES = [0.6, 0.7, 0.8, 0.9]; // where the next colour of the map begins
const LONG = 300; // letters; the list shows so many of a text, the card all
const UNKNOWN = -1; // of a province or a kind; the page's data say it so too
const COLUMNS = ["row", "name", "province", "address", "group", "reason"];
const FILTERS = ["province", "group", "kind", "rule", "issued"];

const data = JSON.parse(document.getElementById("data").textContent);
const agencies = data.agencies.map(readAgency);

const state = {
  lang: data.lang,
  query: "",
  filters: { province: "", group: "", kind: "", rule: "", issued: "" },
  sort: { column: "", descending: false }, // no column: the order of the list
  page: 0,
  printing: false,
  found: agencies, // those that fit, in order
};

// ---- Texts ----

/** One of two languages: a text is [Thai, English], or one string for both. */
function say(text, parts = {}) {
  const template = typeof text === "string" ? text : text[state.lang === "th" ? 0 : 1];
  return template.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(parts, name) ? say(parts[name]) : place));
}

const t = (name, parts) => say(data.texts[name], parts);
const locale = () => (state.lang === "th" ? "th-TH-u-nu-latn" : "en-GB");
const number = (value) => new Intl.NumberFormat(locale()).format(value);

/** A share in per cent; it says all or none only where that is so, however near it comes. */
function percent(part, whole) {
  const rounded = Math.round((part / whole) * 1000) / 1000;
  const share = part > 0 && part < whole ? Math.min(0.999, Math.max(0.001, rounded)) : rounded;
  return new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 1 }).format(share);
}

/** A date of the Buddhist era, as the ruleset's name has it ("2569-02-17"), in words. */
function dateInWords(buddhist) {
  const [year, month, day] = buddhist.split("-").map(Number);
  const date = new Date(Date.UTC(year - 543, month - 1, day));
  return new Intl.DateTimeFormat(state.lang === "th" ? "th-TH-u-ca-buddhist-nu-latn" : "en-GB", {
    day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  }).format(date);
}

const messageOf = ([rule, parts]) => say(data.rules[rule].message, parts);
const groupOf = (agency) => data.groups[agency.group];
const provinceName = (agency) => (agency.province === UNKNOWN ? "" : say(data.provinces[agency.province][0]));

// ---- Elements ----

const $ = (id) => document.getElementById(id);

/** A new element with attributes, listeners (`onclick`) and children; strings become text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== ""));
  return element;
}

/** A text from the list, kept to itself: its writing direction does not reach what stands beside it. */
function foreign(text, { class: name = "" } = {}) {
  const names = [name, text.length > LONG ? "endless" : ""].filter(Boolean).join(" ");
  return make("bdi", { class: names || undefined }, text);
}

/** As much of a text as the list shows; a cell can hold 32,767 letters. */
const brief = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

const badge = (group) => make("span", { class: `badge ${letterClass(group)}` }, say(group.name));
const letterClass = (group) => (/^[A-EW]$/.test(group.letter) ? `letter-${group.letter}` : "letter-none");

// ---- Agencies ----

/** An agency by the names of its fields; blank ones were left out at the end of its row. */
function readAgency(values, position) {
  const agency = {
    position, issued: 0, value: "", findings: [], suggestions: [], steps: [], offices: [], in_hand: "", candidates: [],
    missing: [],
  };
  values.forEach((value, index) => { agency[data.fields[index]] = value; });
  return agency;
}

/** How texts are compared: without case and spaces, full-width as plain, Thai digits as Arabic ones. */
function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[๐-๙]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit)).replace(/\s+/g, "");
}

/** What the search looks at, folded once. */
function searched(agency) {
  if (agency.folded === undefined) {
    const province = agency.province === UNKNOWN ? [] : data.provinces[agency.province][0];
    const texts = [agency.name, agency.code, agency.address, agency.value, agency.amphoe, ...province];
    agency.folded = texts.map(fold).join("\n");
  }
  return agency.folded;
}

/** Whether an agency is in what is chosen: an outcome, all that are done, or to be followed up, or a letter's. */
function isIn(agency, chosen) {
  const group = groupOf(agency);
  if (chosen === "done" || chosen === "follow_up") return group[chosen];
  if (chosen.startsWith("letter ")) return group.letter === chosen.slice(7);
  return agency.group === Number(chosen);
}

const FITS = {
  province: (agency, chosen) => agency.province === Number(chosen),
  kind: (agency, chosen) => agency.kind === Number(chosen),
  group: isIn,
  rule: (agency, chosen) => agency.findings.some(([rule]) => rule === Number(chosen)),
  issued: (agency, chosen) => agency.issued === Number(chosen),
};

const SORT_KEYS = {
  row: (agency) => agency.row,
  name: (agency) => agency.name,
  province: (agency) => (provinceName(agency) ? `${provinceName(agency)} ${agency.amphoe}` : ""),
  address: (agency) => agency.address,
  group: (agency) => agency.group + 1,
  reason: (agency) => (agency.findings.length ? data.rules[agency.findings[0][0]].code : ""),
};

/** Find and sort anew, and show the first page. */
function refresh() {
  const words = state.query.split(/\s+/).map(fold).filter(Boolean);
  const chosen = FILTERS.filter((name) => state.filters[name] !== "");
  const found = agencies.filter(
    (agency) => chosen.every((name) => FITS[name](agency, state.filters[name]))
      && words.every((word) => searched(agency).includes(word)),
  );
  state.found = state.sort.column ? sorted(found) : found;
  state.page = 0;
  showList();
  showChips();
  markChosen();
}

/** By the chosen column; what is blank comes last either way, equals stay in the order of the list. */
function sorted(found) {
  const { column, descending } = state.sort;
  const { compare } = new Intl.Collator(state.lang, { numeric: true, ignorePunctuation: false });
  const keyed = found.map((agency) => [SORT_KEYS[column](agency), agency]);
  keyed.sort(([a, one], [b, other]) => {
    if (!a || !b) return Boolean(b) - Boolean(a) || one.position - other.position;
    const order = typeof a === "number" ? a - b : compare(a, b);
    return (descending ? -order : order) || one.position - other.position;
  });
  return keyed.map(([, agency]) => agency);
}

function setFilter(name, value) {
  state.filters[name] = value;
  $(name).value = value;
  refresh();
}

function clearAll() {
  state.query = $("search").value = "";
  for (const name of FILTERS) state.filters[name] = $(name).value = "";
  refresh();
  $("search").focus();
}

/**
 * Choose in a filter from elsewhere in the page, and undo it where it is chosen already. Who presses with a finger or
 * a mouse is taken to the list; who uses the keyboard stays, and hears how many there are.
 */
function toggle(name, value, { detail }) {
  const chosen = state.filters[name] !== value;
  setFilter(name, chosen ? value : "");
  if (chosen && detail > 0) toList();
}

// ---- The head and the counts ----

function showSource() {
  const { file, sheet } = data.source;
  const parts = [t("file", { file })];
  if (sheet) parts.push(t("sheet", { sheet }));
  parts.push(say(data.as_of));
  parts.push(t("ruleset", { date: dateInWords(data.ruleset) }));
  $("source").replaceChildren(...parts.flatMap((part, index) => (index ? [" · ", foreign(part)] : [foreign(part)])));
  const notes = (said) => said.map((note) => make("li", {}, foreign(say(note))));
  $("gate").classList.toggle("failed", !data.gate.passed);
  $("gate").replaceChildren(...notes(data.gate.notes));
  $("settings").replaceChildren(...notes(data.settings));
}

/** The figures that the cabinet asks for; each lists its agencies. */
function showFigures() {
  const { total } = data.summary;
  const figures = [["total", ""], ["in_a", "done"], ["follow_up", "follow_up"]];
  for (const name of ["undetermined", "outside"]) {
    figures.push([name, String(data.groups.findIndex((group) => group.key === name))]);
  }
  $("figures").replaceChildren(...figures.map(([name, choice]) => {
    const count = data.summary[name];
    const share = name === "total" || !total ? "" : t("of_total", { share: percent(count, total) });
    return make("li", {}, make("button", {
      type: "button", class: `figure ${name}`, "data-group": choice, onclick: () => { setFilter("group", choice); toList(); },
    }, make("span", {}, t(name)), make("strong", {}, number(count)), share && make("small", {}, share)));
  }));
}

/** How many state an address that was issued to them, where any was issued; each count lists its agencies. */
function showCompared() {
  const counts = data.summary.issued;
  $("compared").hidden = $("issued").parentElement.hidden = !counts.length;
  $("compared").querySelector("ul").replaceChildren(...[1, 2, 0].filter(() => counts.length).map((same) => {
    const name = t("option", { name: say(data.issued_names[same]), count: number(counts[same]) });
    return make("li", {}, make("button", {
      type: "button", "data-issued": String(same), onclick: (event) => toggle("issued", String(same), event),
    }, name));
  }));
}

function toList() {
  $("agencies").scrollIntoView({ block: "start" });
}

/** The published table with a bar for each group. */
function showGroups() {
  const most = Math.max(1, ...data.groups.map((group) => group.count));
  const rows = data.groups.map((group, index) => {
    const bar = make("span", { class: `bar ${letterClass(group)}` });
    bar.style.setProperty("--share", group.count / most);
    const name = make("button", {
      type: "button", "data-group": String(index), onclick: (event) => toggle("group", String(index), event),
    }, badge(group));
    const cells = group.marks.length
      ? group.marks.map((mark) => make("td", { class: "condition" }, say(mark)))
      : [make("td", { class: "condition", colspan: 3 })];
    return make("tr", { class: group.count ? undefined : "zero" },
      make("th", { scope: "row" }, name), ...cells,
      make("td", { class: "bars" }, group.count ? bar : ""),
      make("td", { class: "number" }, number(group.count)), ...sumCell(group, index));
  });
  $("groups").tBodies[0].replaceChildren(...rows);
  const line = (name, count, inSum) => make("tr", {},
    make("th", { scope: "row" }, t(name)), make("td", { class: "condition", colspan: 3 }), make("td"),
    make("td", { class: "number" }, inSum ? "" : number(count)), make("td", { class: "number" }, number(count)));
  $("groups").tFoot.replaceChildren(
    line("all", data.summary.total, false), line("follow_up", data.summary.follow_up, true));
}

/** The sum of a letter stands once, over all rows of the letter. */
function sumCell(group, index) {
  const same = data.groups.filter((other) => other.letter && other.letter === group.letter);
  if (!group.letter) return [make("td", { class: "number" }, number(group.count))];
  if (data.groups.findIndex((other) => other.letter === group.letter) !== index) return [];
  const sum = same.reduce((total, other) => total + other.count, 0);
  return [make("td", { class: "number sum", rowspan: same.length }, number(sum))];
}

// ---- The map ----

/**
 * By province: how many agencies there are, and how many of them are done, which the page calls "in A". The last is of
 * those without one.
 */
function countProvinces() {
  const counts = Array.from({ length: data.provinces.length + 1 }, () => ({ total: 0, done: 0 }));
  for (const agency of agencies) {
    const count = counts.at(agency.province);
    count.total += 1;
    if (groupOf(agency).done) count.done += 1;
  }
  return counts;
}

const byProvince = countProvinces();
const levelOf = (share) => SHARES.filter((from) => share >= from).length;

function showMap() {
  const tiles = data.provinces.map(([name, abbreviation, row, column], index) => {
    const { total, done } = byProvince[index];
    const parts = { province: name, abbreviation, done: number(done), total: number(total), share: percent(done, total) };
    const said = t(total ? "tile" : "empty_tile", parts);
    const tile = make("button", {
      type: "button", class: `tile ${total ? `level-${levelOf(done / total)}` : "level-none"}`,
      "aria-label": said, title: said, "data-province": String(index), tabindex: "-1",
      onclick: (event) => toggle("province", String(index), event),
      onfocus: () => { point(said); }, onpointerenter: () => { point(said); },
    }, abbreviation);
    tile.style.setProperty("grid-area", `${row} / ${column}`);
    return tile;
  });
  $("tiles").replaceChildren(...tiles);
  const without = byProvince.at(UNKNOWN);
  $("no-province").replaceChildren(...(without.total ? [make("button", {
    type: "button", "data-province": String(UNKNOWN), onclick: (event) => toggle("province", String(UNKNOWN), event),
  }, t("no_province_note", { done: number(without.done), total: number(without.total) }))] : []));
  showLegend();
  point("");
}

const point = (said) => { $("pointed").textContent = said || "\u00a0"; };

function showLegend() {
  const [from, to] = [(level) => percent(SHARES[level - 1], 1), (level) => percent(SHARES[level], 1)];
  const entries = [...SHARES, 1].map((_, level, all) => {
    if (level === 0) return [0, t("legend_below", { to: to(0) })];
    if (level === all.length - 1) return [level, t("legend_above", { from: from(level) })];
    return [level, t("legend_between", { from: from(level), to: to(level) })];
  });
  $("legend").replaceChildren(...[...entries.reverse(), ["none", t("legend_none")]].map(
    ([level, said]) => make("li", {}, make("span", { class: `swatch level-${level}` }), said)));
}

/** The map is one stop of the Tab key: the arrow keys go to the nearest province in their direction. */
function moveOnMap(event) {
  const directions = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const direction = directions[event.key];
  const here = event.target.dataset.province;
  if (!direction || here === undefined) return;
  event.preventDefault();
  const [, , row, column] = data.provinces[here];
  const ahead = data.provinces.map(([, , otherRow, otherColumn], index) => {
    const along = (otherRow - row) * direction[0] + (otherColumn - column) * direction[1];
    const aside = Math.abs((otherRow - row) * direction[1]) + Math.abs((otherColumn - column) * direction[0]);
    return { index, along, distance: along + 3 * aside };
  }).filter(({ along }) => along > 0).sort((a, b) => a.distance - b.distance);
  if (ahead.length) focusTile(ahead[0].index);
}

function focusTile(index) {
  for (const tile of $("tiles").children) tile.tabIndex = tile.dataset.province === String(index) ? 0 : -1;
  $("tiles").querySelector('[tabindex="0"]').focus();
}

/** What is chosen in a filter looks chosen everywhere. */
function markChosen() {
  for (const name of ["province", "group", "issued"]) {
    for (const button of document.querySelectorAll(`button[data-${name}]`)) {
      const value = button.dataset[name];
      button.setAttribute("aria-pressed", String(value !== "" && value === state.filters[name]));
    }
  }
  const tiles = [...$("tiles").children];
  const stop = tiles.find((tile) => tile.dataset.province === state.filters.province)
    ?? tiles.find((tile) => tile.tabIndex === 0) ?? tiles[0];
  for (const tile of tiles) tile.tabIndex = tile === stop ? 0 : -1;
}

// ---- Search and filters ----

/** The choices of each filter that occur in the list, with how many agencies each has. */
function choices(name) {
  const counted = (values) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const { compare } = new Intl.Collator(state.lang);
  if (name === "rule") {
    const counts = counted(agencies.flatMap((agency) => [...new Set(agency.findings.map(([rule]) => rule))]));
    return data.rules.map((rule, index) => [String(index), `${rule.code} ${say(rule.title)}`, counts.get(index) ?? 0])
      .sort(([, a], [, b]) => compare(a, b));
  }
  const counts = counted(agencies.map((agency) => agency[name]));
  if (name === "group") {
    const countOf = (chosen) => agencies.filter((agency) => isIn(agency, chosen)).length;
    const letters = counted(agencies.map((agency) => groupOf(agency).letter));
    // the letter of those that are done is no choice: a group of the user's own may have it and not be done
    const several = [...new Set(data.groups.map((group) => group.letter))].filter((letter) => {
      const same = data.groups.filter((group) => letter && group.letter === letter);
      return same.length > 1 && !same.some((group) => group.done);
    });
    return [
      ["done", t("in_a"), countOf("done")],
      ["follow_up", t("follow_up"), countOf("follow_up")],
      ...several.map((letter) => [`letter ${letter}`, t("in_group", { group: letter }), letters.get(letter) ?? 0]),
      ...data.groups.map((group, index) => [String(index), say(group.name), counts.get(index) ?? 0]),
    ];
  }
  if (name === "issued") {
    return [1, 2, 0].map((same) => [String(same), say(data.issued_names[same]), counts.get(same) ?? 0]);
  }
  const names = name === "province" ? data.provinces.map(([full]) => say(full)) : data.kinds.map(([, full]) => say(full));
  const known = names.map((full, index) => [String(index), full, counts.get(index) ?? 0]).filter(([, , count]) => count);
  if (name === "province") known.sort(([, a], [, b]) => compare(a, b));
  if (counts.has(UNKNOWN)) known.push([String(UNKNOWN), t(`no_${name}`), counts.get(UNKNOWN)]);
  return known;
}

function showFilters() {
  for (const name of FILTERS) {
    const options = choices(name).map(([value, label, count]) => make("option", { value },
      t("option", { name: label, count: number(count) })));
    $(name).replaceChildren(make("option", { value: "" }, t("any")), ...options);
    // a province without agencies can be chosen on the map: then it needs its name here too
    if (name === "province") {
      data.provinces.forEach(([full], index) => {
        if (!byProvince[index].total) {
          $(name).append(make("option", { value: index, hidden: true }, t("option", { name: full, count: "0" })));
        }
      });
    }
    $(name).value = state.filters[name];
  }
  $("search").placeholder = t("search_hint");
}

/** Each filter in use as a chip that takes it away. */
function showChips() {
  const inUse = FILTERS.filter((name) => state.filters[name] !== "").map((name) => {
    const value = $(name).selectedOptions[0].textContent;
    return [name, value, () => { setFilter(name, ""); $(name).focus(); }];
  });
  if (state.query.trim()) {
    inUse.push(["search", state.query.trim(), () => {
      state.query = $("search").value = "";
      refresh();
      $("search").focus();
    }]);
  }
  const chips = inUse.map(([name, value, remove]) => make("li", {}, make("button", {
    type: "button", class: "chip", onclick: remove, "aria-label": t("remove", { filter: t(name), value }),
  }, foreign(t("chip", { filter: t(name), value })), make("span", { class: "cross", "aria-hidden": "true" }, "×"))));
  if (chips.length) {
    chips.push(make("li", { class: "screen-only" },
      make("button", { type: "button", id: "clear", onclick: clearAll }, t("clear"))));
  }
  $("chips").replaceChildren(...chips);
  $("chips").setAttribute("aria-label", t("active"));
}

// ---- The list ----

/** From where to where the list is shown; on paper it is whole, where it is not too long. */
function range() {
  const count = state.found.length;
  if (state.printing && count <= MOST_PRINTED) return [0, count];
  const from = state.page * PAGE_SIZE;
  return [from, Math.min(from + PAGE_SIZE, count)];
}

function showList() {
  const [from, to] = range();
  const count = state.found.length;
  $("list").tBodies[0].replaceChildren(...state.found.slice(from, to).map(listRow));
  $("list").hidden = count === 0;
  const said = count
    ? t("shown", { from: number(from + 1), to: number(to), count: number(count) })
    : t("none");
  const all = count === agencies.length ? "" : ` ${t("of_all", { total: number(agencies.length) })}`;
  $("shown").textContent = said + all;
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  $("place").textContent = t("page", { page: number(state.page + 1), pages: number(pages) });
  // not `disabled`, which would take the focus away from who turns the last page
  $("previous").setAttribute("aria-disabled", String(state.page === 0));
  $("next").setAttribute("aria-disabled", String(state.page + 1 >= pages));
  $("pager").hidden = pages === 1;
  const parts = { from: number(from + 1), to: number(to), count: number(count), most: number(MOST_PRINTED) };
  $("printed").textContent = count ? t(to - from === count ? "printed_all" : "printed_page", parts) : "";
}

function turn(by) {
  const page = state.page + by;
  if (page < 0 || page * PAGE_SIZE >= state.found.length) return;
  state.page = page;
  showList();
  toList();
}

function listRow(agency) {
  const group = groupOf(agency);
  const kind = agency.kind === UNKNOWN ? "" : data.kinds[agency.kind][0];
  const name = make("button", { type: "button", class: "open" }, foreign(brief(agency.name) || t("no_name")));
  const place = [provinceName(agency), agency.amphoe && t("amphoe", { amphoe: agency.amphoe })].filter(Boolean);
  const below = [agency.code, kind].filter(Boolean).join(" · ");
  const cell = (column, ...children) => make("td", { role: "cell", class: column, "data-label": t(column) }, ...children);
  const row = make("tr", { role: "row" },
    cell("row", String(agency.row)),
    cell("name", name, below && make("small", {}, below)),
    cell("province", ...place.map((text, index) => foreign(brief(text), { class: index ? "second" : "first" }))),
    cell("address", agency.address ? foreign(brief(agency.address), { class: "mail" }) : make("i", {}, t("no_address")),
      agency.issued ? make("small", {}, say(data.issued_said[agency.issued])) : "", suggested(agency)),
    cell("group", badge(group)),
    cell("reason", ...mainReason(agency)));
  row.dataset.position = agency.position;
  return row;
}

function suggested(agency) {
  if (!agency.suggestions.length) return "";
  return make("small", { class: "use" }, "→ ", foreign(brief(agency.suggestions[0][0]), { class: "mail" }));
}

/** The heaviest finding, and how many more there are; notes are for the card alone. */
function mainReason(agency) {
  const heavy = agency.findings.filter(([rule]) => data.rules[rule].severity !== "info");
  if (!heavy.length) return [];
  const more = heavy.length > 1 ? make("small", {}, t("more", { count: number(heavy.length - 1) })) : "";
  return [mark(heavy[0]), foreign(brief(messageOf(heavy[0])), { class: "message" }), more];
}

function mark([rule]) {
  const { severity } = data.rules[rule];
  const [sign, name] = data.severities[severity];
  return make("span", { class: `mark ${severity}`, title: say(name), role: "img", "aria-label": say(name) }, sign);
}

function showHeadings() {
  $("list").tHead.rows[0].replaceChildren(...COLUMNS.map((column) => {
    const { sort } = state;
    const order = sort.column !== column ? "none" : sort.descending ? "descending" : "ascending";
    const arrow = { none: "", ascending: "▲", descending: "▼" }[order];
    return make("th", { scope: "col", role: "columnheader", class: column, "aria-sort": order },
      make("button", { type: "button", "data-column": column, onclick: () => sortBy(column) },
        t(column), make("span", { class: "arrow", "aria-hidden": "true" }, arrow)));
  }));
}

/** Ascending, then descending, then as the list stood. */
function sortBy(column) {
  const { sort } = state;
  if (sort.column !== column) state.sort = { column, descending: false };
  else state.sort = sort.descending ? { column: "", descending: false } : { column, descending: true };
  showHeadings();
  refresh();
  $("list").querySelector(`[data-column=${column}]`).focus();
}

// ---- The card ----

function openCard(agency) {
  const close = make("button", { type: "button", class: "close", onclick: () => $("card").close() }, t("close"));
  $("card").replaceChildren(...cardHead(agency, close), ...cardFacts(agency), ...cardFindings(agency),
    ...cardSuggestions(agency), ...cardToFindOut(agency), ...cardSteps(agency), ...cardContacts(agency));
  document.body.classList.add("with-card");
  $("card").showModal();
  $("card").scrollTop = 0;
}

function cardHead(agency, close) {
  const group = groupOf(agency);
  const kind = agency.kind === UNKNOWN ? "" : say(data.kinds[agency.kind][1]);
  const parts = [t("card_row", { row: String(agency.row) }), agency.code && t("code", { code: agency.code }), kind,
    agency.amphoe && t("amphoe", { amphoe: agency.amphoe }), provinceName(agency)].filter(Boolean);
  const names = agency.candidates.map((index) => say(data.groups[index].name));
  return [
    make("div", { class: "card-head" },
      make("h2", { id: "card-title" }, foreign(agency.name || t("no_name"))), close),
    make("p", { class: "where" }, ...parts.flatMap((part, index) => (index ? [" · ", foreign(part)] : [foreign(part)]))),
    make("p", { class: "outcome" }, badge(group),
      names.length ? ` ${t("may_be", { groups: names.join(t("or")) })}` : ""),
    make("p", { class: "mail stated" }, agency.address ? foreign(agency.address) : make("i", {}, t("no_address"))),
    ...(agency.value ? [make("p", { class: "hint" }, foreign(t("read_as", { address: agency.value })))] : []),
    ...(agency.issued ? [make("p", { class: "hint" }, say(data.issued_said[agency.issued]))] : []),
  ];
}

function cardFacts(agency) {
  const facts = data.facts[agency.facts].map((value, index) => make("div", {},
    make("dt", {}, say(data.fact_names[index])), make("dd", {}, say(value))));
  return [make("h3", {}, t("facts")), make("dl", { class: "facts" }, ...facts)];
}

function cardFindings(agency) {
  if (!agency.findings.length) return [make("p", { class: "fine" }, `✓ ${t("no_findings")}`)];
  const items = agency.findings.map((finding) => {
    const rule = data.rules[finding[0]];
    return make("li", {}, mark(finding), make("div", {},
      make("p", {}, make("b", { class: "code" }, rule.code), " ", foreign(messageOf(finding))),
      rule.severity === "info" ? "" : make("p", { class: "hint" }, t("mend", { mend: rule.mend }))));
  });
  return [make("h3", {}, t("findings")), make("ul", { class: "findings" }, ...items)];
}

function cardSuggestions(agency) {
  if (!agency.suggestions.length) return [];
  const items = agency.suggestions.map(([address, origin]) => {
    const button = make("button", {
      type: "button", class: "copy screen-only", "aria-label": t("copy_this", { address }),
      onclick: () => copy(address, button, said),
    }, t("copy"));
    const said = make("span", { role: "status", class: "copied screen-only" });
    return make("li", {}, foreign(address, { class: "mail" }), make("small", {}, say(data.origins[origin])), button, said);
  });
  return [make("h3", {}, t("suggestions")), make("ul", { class: "suggestions" }, ...items)];
}

/** Without a group there are no steps yet; first comes what is not known. */
function cardToFindOut(agency) {
  if (!agency.missing.length) return [];
  const facts = agency.missing.map((index) => make("li", {}, say(data.missing_names[index])));
  return [make("h3", {}, t("find_out")), make("ul", { class: "steps" }, ...facts)];
}

function cardSteps(agency) {
  if (!agency.steps.length) return [];
  const steps = agency.steps.map((key) => make("li", {}, foreign(say(data.steps[key], { address: agency.in_hand }))));
  return [make("h3", {}, t("steps")), make("ul", { class: "steps" }, ...steps)];
}

/** The offices that answer for just this agency; all of them stand at the page's foot. */
function cardContacts(agency) {
  if (!agency.offices.length) return [];
  const contacts = agency.offices.map((index) => data.contacts[index]);
  return [make("h3", {}, t("contacts")), make("dl", { class: "contacts" }, ...contactLines(contacts))];
}

const contactLines = (contacts) => contacts.map(([name, line]) => make("div", {},
  make("dt", {}, say(name)), make("dd", {}, say(line))));

/** Copy an address. A page opened from a disk may lack the clipboard: then as browsers did it before. */
async function copy(text, button, said) {
  let done = true;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    done = copyOldWay(text);
    button.focus();
  }
  said.textContent = t(done ? "copied" : "copy_failed");
}

function copyOldWay(text) {
  // inside the card: while it is open, all that stands outside it is inert
  const area = make("textarea", { class: "unseen", readonly: true });
  area.value = text;
  $("card").append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

// ---- The whole page ----

/** Everything that is said, in the language chosen. */
function showAll() {
  document.documentElement.lang = state.lang;
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  $("language").lang = state.lang === "th" ? "en" : "th";
  showSource();
  showFigures();
  showCompared();
  showGroups();
  showMap();
  showFilters();
  showHeadings();
  $("contacts").replaceChildren(...contactLines(data.contacts));
  refresh();
}

function listen() {
  $("language").addEventListener("click", () => {
    state.lang = state.lang === "th" ? "en" : "th";
    showAll();
  });
  let waiting;
  $("search").addEventListener("input", () => {
    clearTimeout(waiting);
    // who types fast gets one answer, and who stops gets it at once
    waiting = setTimeout(() => { state.query = $("search").value; refresh(); }, 40);
  });
  // the first letter need not wait until all texts are folded
  $("search").addEventListener("focus", () => agencies.forEach(searched), { once: true });
  for (const name of FILTERS) $(name).addEventListener("change", () => setFilter(name, $(name).value));
  $("tiles").addEventListener("keydown", moveOnMap);
  $("tiles").addEventListener("pointerleave", () => point(""));
  $("previous").addEventListener("click", () => turn(-1));
  $("next").addEventListener("click", () => turn(1));
  $("list").tBodies[0].addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    const selecting = !event.target.closest("button") && String(window.getSelection());
    if (!row || selecting) return;
    row.querySelector("button.open").focus(); // where the focus returns to when the card is closed
    openCard(agencies[row.dataset.position]);
  });
  $("card").addEventListener("click", (event) => {
    if (event.target === $("card")) $("card").close(); // beside the card
  });
  $("card").addEventListener("close", () => document.body.classList.remove("with-card"));
  window.addEventListener("beforeprint", () => { state.printing = true; showList(); });
  window.addEventListener("afterprint", () => { state.printing = false; showList(); });
}

listen();
showAll();
$("page").hidden = false;
