// ---- The card ----

function openCard(agency) {
  const close = make("button", { type: "button", class: "close", onclick: () => $("card").close() }, t("close"));
  $("card").replaceChildren(...cardHead(agency, close), ...cardFacts(agency), ...cardSources(agency), ...cardFindings(agency),
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

/** What stands beside the row: the registry's line, the notice that was read, what is known of the delivery. */
function cardSources(agency) {
  const { registry, notice, delivery } = agency;
  const sources = [[t("card_registry"), registry], [t("card_notice"), notice], [t("card_delivery"), delivery]];
  const lines = sources.filter(([, said]) => said).map(([name, said]) => make("div", {},
    make("dt", {}, name), make("dd", {}, foreign(say(said)))));
  return lines.length ? [make("h3", {}, t("sources")), make("dl", { class: "sources" }, ...lines)] : [];
}

function cardFindings(agency) {
  if (!agency.findings.length) return [make("p", { class: "fine" }, `✓ ${t("no_findings")}`)];
  const items = agency.findings.map((finding) => {
    const rule = data.rules[finding[0]];
    return make("li", {}, mark(finding), make("div", {},
      make("p", {}, make("b", { class: "code" }, rule.code), " ", foreign(messageInWords(finding))),
      rule.severity === "info" ? "" : make("p", { class: "hint" }, tInWords("mend", { mend: rule.mend }))));
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
  const own = agency.steps.filter((key) => !data.open.includes(key)); // of the others "find out" says more
  if (!own.length) return [];
  const steps = own.map((key) => make("li", {}, foreign(inWords(data.steps[key], { address: agency.in_hand }))));
  return [make("h3", {}, t("steps")), make("ul", { class: "steps" }, ...steps)];
}

/** The offices that answer for just this agency; all of them stand at the page's foot. */
function cardContacts(agency) {
  if (!agency.offices.length) return [];
  const contacts = agency.offices.map((index) => data.contacts[index]);
  return [make("h3", {}, t("contacts")), make("dl", { class: "contacts" }, ...contactLines(contacts))];
}

const contactLines = (contacts) => contacts.map(([name, line]) => make("div", {},
  make("dt", {}, say(name)), make("dd", {}, inWords(line))));

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
