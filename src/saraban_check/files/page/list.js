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
  const onlyOpen = state.filters.group === TO_BE_DONE;
  $("opened").hidden = !onlyOpen;
  $("show-all").textContent = t("show_all", { count: number(counted().agencies.length) });
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  $("place").textContent = t("page", { page: number(state.page + 1), pages: number(pages) });
  // not `disabled`, which would take the focus away from who turns the last page
  $("previous").setAttribute("aria-disabled", String(state.page === 0));
  $("next").setAttribute("aria-disabled", String(state.page + 1 >= pages));
  $("pager").hidden = pages === 1;
  const parts = { from: number(from + 1), to: number(to), count: number(count), most: number(MOST_PRINTED) };
  $("printed").replaceChildren(...(count ? pieces(tInWords(to - from === count ? "printed_all" : "printed_page", parts)) : []));
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
  return [mark(heavy[0]), foreign(brief(messageInWords(heavy[0])), { class: "message" }), more];
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
  keepState();
  $("list").querySelector(`[data-column=${column}]`).focus();
}
