// ---- Search and filters ----

function refresh() {
  const words = state.query.split(/\s+/).map(fold).filter(Boolean);
  const chosen = FILTERS.filter((name) => state.filters[name] !== "");
  const slots = state.slots.filter(({ value }) => value !== "");
  const found = agencies.filter(
    (agency) => chosen.every((name) => FITS[name](agency, state.filters[name]))
      && slots.every(({ column, value }) => data.columns[column].of[agency.position] === Number(value))
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
  if (name === "province") showCounts();
  $(name).value = value;
  refresh();
  keepState();
}

function clearAll() {
  state.query = $("search").value = "";
  for (const name of FILTERS) state.filters[name] = "";
  for (const slot of state.slots) slot.value = "";
  showCounts();
  refresh();
  keepState();
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
function markChosen() {
  for (const name of ["province", "group", "step", "issued"]) {
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

function countOf(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The choices of each filter that occur in what is counted, with how many agencies each has. */
function choices(name, { agencies: here }) {
  if (name === "province") here = agencies; // the others are chosen from there
  const { compare } = new Intl.Collator(state.lang);
  if (name === "rule") {
    const counts = countOf(here.flatMap((agency) => [...new Set(agency.findings.map(([rule]) => rule))]));
    return data.rules.map((rule, index) => [String(index), `${rule.code} ${say(rule.title)}`, counts.get(index) ?? 0])
      .sort(([, a], [, b]) => compare(a, b));
  }
  const counts = countOf(here.map((agency) => agency[name]));
  if (name === "group") {
    const countIn = (chosen) => here.filter((agency) => isIn(agency, chosen)).length;
    const letters = countOf(here.map((agency) => groupOf(agency).letter));
    // the letter of those that are done is no choice: a group of the user's own may have it and not be done
    const several = [...new Set(data.groups.map((group) => group.letter))].filter((letter) => {
      const same = data.groups.filter((group) => letter && group.letter === letter);
      return same.length > 1 && !same.some((group) => group.done);
    });
    return [
      [TO_BE_DONE, t("to_be_done"), countIn(TO_BE_DONE)],
      ["done", t("in_a"), countIn("done")],
      ["follow_up", t("follow_up"), countIn("follow_up")],
      ...several.map((letter) => [`letter ${letter}`, t("in_group", { group: letter }), letters.get(letter) ?? 0]),
      ...data.groups.map((group, index) => [String(index), say(group.name), counts.get(index) ?? 0]),
    ];
  }
  if (name === "step") {
    const found = countOf(here.flatMap((agency) => agency.steps));
    return data.actions.map(([key]) => [key, stepName(key), found.get(key) ?? 0]);
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

function showFilters(counts) {
  for (const name of FILTERS) {
    const options = choices(name, counts).map(([value, label, count]) => make("option", { value },
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
  showSlots(counts);
  $("search").placeholder = t("search_hint");
}

/** A filter's name; that of a column is its heading. */
const titleOf = (name) => (Object.hasOwn(data.texts, name) && typeof name === "string" ? t(name) : say(name));

/** Each filter in use as a chip that takes it away. */
function showChips() {
  const inUse = FILTERS.filter((name) => state.filters[name] !== "").map((name) => {
    const value = $(name).selectedOptions[0].textContent;
    return [name, value, () => { setFilter(name, ""); $(name).focus(); }];
  });
  state.slots.forEach(({ column, value }, index) => {
    if (value === "") return;
    inUse.push([data.columns[column].name, columnValue(column, value), () => { setSlot(index, { value: "" }); $(SLOTS[index]).focus(); }]);
  });
  if (state.query.trim()) {
    inUse.push(["search", state.query.trim(), () => {
      state.query = $("search").value = "";
      refresh();
      keepState();
      $("search").focus();
    }]);
  }
  const chips = inUse.map(([name, value, remove]) => make("li", {}, make("button", {
    type: "button", class: "chip", onclick: remove, "aria-label": t("remove", { filter: titleOf(name), value }),
  }, foreign(t("chip", { filter: titleOf(name), value })), make("span", { class: "cross", "aria-hidden": "true" }, "×"))));
  if (chips.length) {
    chips.push(make("li", { class: "screen-only" },
      make("button", { type: "button", id: "clear", onclick: clearAll }, t("clear"))));
  }
  $("chips").replaceChildren(...chips);
  $("chips").setAttribute("aria-label", t("active"));
}
