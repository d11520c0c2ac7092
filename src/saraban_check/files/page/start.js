// ---- The whole page ----

/** Everything that is said, in the language chosen. */
function showAll() {
  document.documentElement.lang = state.lang;
  for (const element of document.querySelectorAll("[data-text]")) element.replaceChildren(...pieces(tInWords(element.dataset.text)));
  for (const element of document.querySelectorAll("[data-label]:not(td)")) element.setAttribute("aria-label", t(element.dataset.label));
  $("language").lang = state.lang === "th" ? "en" : "th";
  showSource();
  showMap();
  showCounts();
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
    waiting = setTimeout(() => { state.query = $("search").value; refresh(); keepState({ typing: true }); }, 40);
  });
  // the first letter need not wait until all texts are folded
  $("search").addEventListener("focus", () => agencies.forEach(searched), { once: true });
  for (const name of FILTERS) $(name).addEventListener("change", () => setFilter(name, $(name).value));
  SLOTS.forEach((name, index) => {
    $(`${name}-of`).addEventListener("change", (event) => setSlot(index, { column: Number(event.target.value), value: "" }));
    $(name).addEventListener("change", (event) => setSlot(index, { value: event.target.value }));
  });
  $("whole").addEventListener("click", () => { setFilter("province", ""); $("province").focus(); });
  $("show-all").addEventListener("click", () => { setFilter("group", ""); $("group").focus(); });
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); $("agencies").focus(); });
  window.addEventListener("hashchange", followAddress);
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
  window.addEventListener("beforeprint", () => { state.printing = true; $("settings").open = true; showList(); });
  window.addEventListener("afterprint", () => { state.printing = false; showList(); });
}

listen();
readAddress();
showAll();
$("page").hidden = false;
