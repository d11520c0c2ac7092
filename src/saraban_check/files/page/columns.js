// ---- Filters by the list's own columns ----

/** What stands in a column, as one of its values; blank cells are a value too. */
const columnValue = (column, value) => say(data.columns[column].values[value]);

/** Three filters, each by a column of the list that the reader chooses. */
function showSlots({ agencies: here }) {
  $("slots").hidden = !data.columns.length;
  state.slots.forEach(({ column, value }, index) => {
    const [chooser, select] = [$(`${SLOTS[index]}-of`), $(SLOTS[index])];
    chooser.parentElement.hidden = index >= data.columns.length;
    chooser.replaceChildren(...data.columns.map(({ name }, at) => make("option", { value: at }, say(name))));
    chooser.value = column;
    if (column === UNKNOWN) return;
    const { of, values, name } = data.columns[column];
    const counts = countOf(here.map((agency) => of[agency.position]));
    select.setAttribute("aria-label", say(name));
    select.replaceChildren(make("option", { value: "" }, t("any")), ...values.map((said, at) => [at, say(said)])
      .filter(([at]) => counts.has(at) || String(at) === value)
      .map(([at, said]) => make("option", { value: at }, t("option", { name: said, count: number(counts.get(at) ?? 0) }))));
    select.value = value;
  });
}

/** Choose a value of a filter's column, or another column, of which nothing is chosen yet. */
function setSlot(index, change) {
  Object.assign(state.slots[index], change);
  showSlots(counted());
  refresh();
  keepState();
}
