"use strict";
// The report's page. Its data stand in the element #data; nothing is fetched, and nothing is stored.
// Texts from the list go into the page as text only (textContent): the policy forbids making markup of them.

const PAGE_SIZE = 100;
const MOST_PRINTED = 2000;
const LONG = 300; // letters; the list shows so many of a text, the card all
const MARK = "\u200b"; // where a line of Thai may end; see in_words.py
const WIDEST = 30; // letters; what is longer has to be broken on a phone
const UNKNOWN = -1; // of a province or a kind; the page's data say it so too
const COLUMNS = ["row", "name", "province", "address", "group", "reason"];
const FILTERS = ["province", "group", "kind", "rule", "step", "issued"];
const SLOTS = ["column1", "column2", "column3"]; // each filters by one column of the list, which the reader chooses
const TO_BE_DONE = "open"; // the choice of groups that the list opens on

const data = JSON.parse(document.getElementById("data").textContent);
const agencies = data.agencies.map(readAgency);

const state = {
  lang: data.lang,
  query: "",
  filters: { province: "", group: "", kind: "", rule: "", step: "", issued: "" },
  slots: SLOTS.map((_, index) => ({ column: data.columns[index] ? index : UNKNOWN, value: "" })),
  sort: { column: "", descending: false }, // no column: the order of the list
  page: 0,
  printing: false,
  found: agencies, // those that fit, in order
};

// ---- Texts ----

/** One of two languages: a text is [Thai, English], or one string for both. */
function say(text, parts = {}) {
  return inWords(text, parts).replaceAll(MARK, "");
}

/** The same with the marks where a line may end: for what `make` makes elements of. */
function inWords(text, parts = {}) {
  const template = inLanguage(text, state.lang);
  return template.replace(/\{(\w+)\}/g, (place, name) => (Object.hasOwn(parts, name) ? inWords(parts[name]) : place));
}

const LANGUAGES = ["th", "en"];
const inLanguage = (text, language) => (typeof text === "string" ? text : text[LANGUAGES.indexOf(language)]);
const t = (name, parts) => say(data.texts[name], parts);
const tInWords = (name, parts) => inWords(data.texts[name], parts);
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

const messageInWords = ([rule, parts]) => inWords(data.rules[rule].message, parts);
const groupOf = (agency) => data.groups[agency.group];
const provinceName = (agency) => (agency.province === UNKNOWN ? "" : say(data.provinces[agency.province][0]));
