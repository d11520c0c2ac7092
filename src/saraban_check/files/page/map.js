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
const wholeList = byProvince.reduce((sum, { total, done }) => ({ total: sum.total + total, done: sum.done + done }), { total: 0, done: 0 });

/**
 * The classes of the map, the lowest first: about as many provinces in each, those with the same share in the same one.
 * Each has the least and the greatest share that occur in it, and its colour; of few provinces there are fewer classes.
 */
function classesOf(shares) {
  const ordered = [...shares].sort((a, b) => a - b);
  const starts = new Set([0, 1, 2, 3, 4].map((part) => ordered[Math.ceil((part * ordered.length) / 5)]));
  const from = [...starts].filter((share) => share !== undefined);
  return from.map((least, index) => {
    const inside = ordered.filter((share) => share >= least && !(share >= from[index + 1]));
    const level = from.length === 1 ? 2 : Math.round((index * 4) / (from.length - 1));
    return { least, greatest: inside.at(-1), level };
  });
}

const classes = classesOf(byProvince.slice(0, -1).filter(({ total }) => total).map(({ done, total }) => done / total));
const levelOf = (share) => classes.findLast(({ least }) => share >= least).level;

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
  const share = (value) => percent(value, 1);
  const entries = classes.map(({ least, greatest, level }) => [level, least === greatest
    ? share(least) : t("legend_between", { from: share(least), to: share(greatest) })]);
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
