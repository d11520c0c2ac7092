// ---- Agencies ----

/** An agency by the names of its fields; blank ones were left out at the end of its row. */
function readAgency(values, position) {
  const agency = {
    position, issued: 0, value: "", findings: [], suggestions: [], steps: [], offices: [], in_hand: "", candidates: [],
    missing: [], registry: "", notice: "", delivery: "",
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
  if (chosen === TO_BE_DONE) return !group.done;
  if (chosen.startsWith("letter ")) return group.letter === chosen.slice(7);
  return agency.group === Number(chosen);
}

const FITS = {
  province: (agency, chosen) => agency.province === Number(chosen),
  kind: (agency, chosen) => agency.kind === Number(chosen),
  group: isIn,
  rule: (agency, chosen) => agency.findings.some(([rule]) => rule === Number(chosen)),
  step: (agency, chosen) => agency.steps.includes(chosen),
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
