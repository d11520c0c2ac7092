// ---- The head and the counts ----

/**
 * What the counts are of: the list as a whole, as the tool counted it, or the chosen province. Where the page holds
 * fewer agencies than were counted, a province has those that it holds.
 */
function counted() {
  const steps = new Map(data.actions);
  if (state.filters.province === "") {
    return { ...data.summary, groups: data.groups.map(({ count }) => count), steps, agencies };
  }
  const here = agencies.filter((agency) => FITS.province(agency, state.filters.province));
  const groups = data.groups.map(() => 0);
  const issued = data.summary.issued.map(() => 0);
  steps.clear();
  for (const agency of here) {
    groups[agency.group] += 1;
    if (issued.length) issued[agency.issued] += 1;
    for (const key of agency.steps) steps.set(key, (steps.get(key) ?? 0) + 1);
  }
  const sum = (fits) => groups.reduce((total, count, index) => total + (fits(data.groups[index]) ? count : 0), 0);
  return {
    total: here.length, in_a: sum((group) => group.done), follow_up: sum((group) => group.follow_up),
    undetermined: sum(({ key }) => key === "undetermined"), outside: sum(({ key }) => key === "outside"),
    issued, groups, steps, agencies: here,
  };
}

/** The counts, and all that is narrowed with them. */
function showCounts() {
  const counts = counted();
  showScope(counts);
  showFigures(counts);
  showTodo(counts);
  showCompared(counts);
  showGroups(counts);
  showFilters(counts);
}

function showSource() {
  const { file, sheet } = data.source;
  const parts = [t("file", { file })];
  if (sheet) parts.push(t("sheet", { sheet }));
  parts.push(say(data.as_of));
  parts.push(t("ruleset", { date: dateInWords(data.ruleset) }));
  $("source").replaceChildren(...parts.flatMap((part, index) => (index ? [" · ", foreign(part)] : [foreign(part)])));
  const notes = (said) => said.map((note) => make("li", {}, foreign(inWords(note))));
  $("gate").classList.toggle("failed", !data.gate.passed);
  $("gate").replaceChildren(...notes(data.gate.notes));
  $("settings").hidden = !data.settings.length;
  $("settings").querySelector("summary").textContent = t("settings", { count: number(data.settings.length) });
  $("settings").querySelector("ul").replaceChildren(...notes(data.settings));
}

/** Of which part of the country everything is, and how that part stands beside the whole. */
function showScope({ total, in_a: done }) {
  const chosen = state.filters.province;
  const names = data.narrowed.map((name) => say(name));
  if (chosen !== "") names.push(chosen === String(UNKNOWN) ? t("no_province") : t("province_name", { name: data.provinces[chosen][0] }));
  $("scope").hidden = !names.length;
  document.title = [...names, t("title")].join(" · ");
  $("scope-title").textContent = names.join(" · ");
  $("standing").replaceChildren(...pieces(chosen === "" ? inWords(data.standing) : standing(Number(chosen), done, total)));
  $("whole").hidden = chosen === "";
}

/** A province's share in A, its rank among the provinces, equal where the shares are, and the whole list's share. */
function standing(province, done, total) {
  if (!total) return t("empty_scope");
  const said = [t("share", { done: number(done), total: number(total), share: percent(done, total) })];
  const ranked = byProvince.slice(0, -1).filter((count) => count.total).map((count) => count.done / count.total);
  if (province !== UNKNOWN && ranked.length > 1) {
    const rank = 1 + ranked.filter((share) => share > done / total).length;
    const equal = ranked.filter((share) => share === done / total).length - 1;
    const parts = { rank: number(rank), of: number(ranked.length), equal: number(equal) };
    said.push(t(equal ? "rank_shared" : "rank", parts));
  }
  const { total: all, done: allDone } = wholeList;
  // Bangkok has no local bodies: a list of all other provinces is the country's
  const isCountry = ranked.length >= data.provinces.length - 1;
  said.push(t(isCountry ? "country_share" : "whole_share", { share: percent(allDone, all) }));
  return said.join(" · ");
}

/** The figures that the cabinet asks for; each lists its agencies. */
function showFigures(counts) {
  const { total } = counts;
  const figures = [["total", ""], ["in_a", "done"], ["follow_up", "follow_up"]];
  for (const name of ["undetermined", "outside"]) {
    figures.push([name, String(data.groups.findIndex((group) => group.key === name))]);
  }
  $("figures").replaceChildren(...figures.map(([name, choice]) => {
    const count = counts[name];
    const share = name === "total" || !total ? "" : t("of_total", { share: percent(count, total) });
    return make("li", {}, make("button", {
      type: "button", class: `figure ${name}`, "data-group": choice, onclick: () => { setFilter("group", choice); toList(); },
    }, make("span", {}, t(name)), make("strong", {}, number(count)), share && make("small", {}, share)));
  }));
}

/** How many state an address that was issued to them, where any was issued; each count lists its agencies. */
function showCompared({ issued: counts }) {
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
function showGroups({ groups: counts, total, follow_up: toFollow }) {
  const most = Math.max(1, ...counts);
  const rows = data.groups.map((group, index) => {
    const bar = make("span", { class: `bar ${letterClass(group)}` });
    bar.style.setProperty("--share", counts[index] / most);
    const name = make("button", {
      type: "button", "data-group": String(index), onclick: (event) => toggle("group", String(index), event),
    }, badge(group));
    const cells = group.marks.length
      ? group.marks.map((mark) => make("td", { class: "condition" }, say(mark)))
      : [make("td", { class: "condition", colspan: 3 })];
    return make("tr", { class: counts[index] ? undefined : "zero" },
      make("th", { scope: "row" }, name), ...cells,
      make("td", { class: "bars" }, counts[index] ? bar : ""),
      make("td", { class: "number" }, number(counts[index])), ...sumCell(group, index, counts));
  });
  $("groups").tBodies[0].replaceChildren(...rows);
  const line = (name, count, inSum) => make("tr", {},
    make("th", { scope: "row" }, t(name)), make("td", { class: "condition", colspan: 3 }), make("td"),
    make("td", { class: "number" }, inSum ? "" : number(count)), make("td", { class: "number" }, number(count)));
  $("groups").tFoot.replaceChildren(
    line("all", total, false), line("follow_up", toFollow, true));
}

/** The sum of a letter stands once, over all rows of the letter. */
function sumCell(group, index, counts) {
  const same = data.groups.filter((other) => other.letter && other.letter === group.letter);
  if (!group.letter) return [make("td", { class: "number" }, number(counts[index]))];
  if (data.groups.findIndex((other) => other.letter === group.letter) !== index) return [];
  const sum = same.reduce((total, other) => total + counts[data.groups.indexOf(other)], 0);
  return [make("td", { class: "number sum", rowspan: same.length }, number(sum))];
}
