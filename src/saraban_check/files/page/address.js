// ---- The state in the page's address, so that a view can be sent ----

/** What each filter can be in the address, and what the page calls it; nothing else is taken from there. */
function keysOf(name) {
  const numbered = (keys) => keys.map((key, index) => [key, String(index)]);
  if (name === "province") return [...numbered(data.provinces.map((province) => province.at(-1))), ["none", String(UNKNOWN)]];
  if (name === "kind") return [...numbered(data.kinds.map((kind) => kind.at(-1))), ["none", String(UNKNOWN)]];
  if (name === "rule") return numbered(data.rules.map(({ code, severity }) => `${code}-${severity}`));
  if (name === "step") return data.actions.map(([key]) => [key, key]);
  if (name === "issued") return [["same", "1"], ["differs", "2"], ["none", "0"]];
  const letters = new Set(data.groups.map(({ letter }) => letter).filter(Boolean));
  return [...numbered(data.groups.map(({ key }) => key)), ...[TO_BE_DONE, "done", "follow_up"].map((key) => [key, key]),
    ...[...letters].map((letter) => [`letter-${letter}`, `letter ${letter}`]), ["all", ""]];
}

function addressOf() {
  const said = new URLSearchParams();
  for (const name of FILTERS) {
    const value = state.filters[name];
    const key = keysOf(name).find(([, own]) => own === value)?.[0];
    if (key !== undefined && !(name === "group" && value === firstGroup())) said.set(name, key);
  }
  state.slots.forEach(({ column, value }, index) => {
    if (value !== "") said.set(SLOTS[index], `${say(data.columns[column].name)}=${say(data.columns[column].values[value])}`);
  });
  if (state.query.trim()) said.set("search", state.query.trim());
  if (state.sort.column) said.set("sort", `${state.sort.descending ? "-" : ""}${state.sort.column}`);
  return String(said);
}

/** The list opens on what there is to do, where there is anything. */
const firstGroup = () => (agencies.some((agency) => !groupOf(agency).done) ? TO_BE_DONE : "");

/** Take from the address what the page knows; whatever else stands there is as if it did not. */
function readAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  for (const name of FILTERS) {
    const known = keysOf(name).find(([key]) => key === said.get(name));
    state.filters[name] = known ? known[1] : name === "group" ? firstGroup() : "";
  }
  state.slots.forEach((slot, index) => {
    slot.value = "";
    const text = said.get(SLOTS[index]) ?? "";
    data.columns.forEach(({ name, values }, column) => {
      const at = LANGUAGES.map((language) => values.findIndex(
        (value) => text === `${inLanguage(name, language)}=${inLanguage(value, language)}`)).find((found) => found >= 0);
      if (at !== undefined) Object.assign(slot, { column, value: String(at) });
    });
  });
  state.query = (said.get("search") ?? "").slice(0, $("search").maxLength);
  $("search").value = state.query;
  const [, minus, column] = /^(-?)(\w+)$/.exec(said.get("sort") ?? "") ?? [];
  state.sort = COLUMNS.includes(column) ? { column, descending: Boolean(minus) } : { column: "", descending: false };
}

/** Each choice is a step back for the browser's button; what is typed replaces what was. */
function keepState({ typing = false } = {}) {
  const address = `#${addressOf()}`;
  if (address === (location.hash || "#")) return;
  history[typing ? "replaceState" : "pushState"](null, "", address);
}

function followAddress() {
  readAddress();
  showCounts();
  showHeadings();
  refresh();
}
