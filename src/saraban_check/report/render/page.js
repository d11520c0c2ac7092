"use strict";
// The search and the switch of language of a rendered page; without this script the page is whole, in one language.
(() => {
  const form = document.querySelector("form.tools");
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const rows = [...document.querySelectorAll("tbody tr:not(.sum), .items > li, article")].filter(
    (row) => !row.parentElement.closest("article"), // what stands in a box is found with the box
  );
  const fold = (text) => text.normalize("NFC").toLowerCase().replace(/[๐-๙]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙".indexOf(digit));
  const texts = rows.map((row) => fold(row.textContent));

  const search = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    rows.forEach((row, at) => {
      row.hidden = !words.every((word) => texts[at].includes(word));
      found += !row.hidden;
    });
    for (const list of document.querySelectorAll("details")) {
      const shown = list.querySelector("summary .shown");
      const all = list.querySelectorAll("tbody tr:not(.sum), .items > li");
      shown.dataset.total ??= shown.textContent;
      const left = [...all].filter((row) => !row.hidden).length;
      shown.textContent = words.length ? `${left.toLocaleString("en")}/${shown.dataset.total}` : shown.dataset.total;
    }
    output.hidden = !words.length;
    for (const said of output.children) {
      let number = 0;
      const counts = [found, rows.length];
      said.textContent = said.textContent.replace(/[\d,]+/g, () => counts[number++].toLocaleString("en"));
    }
  };

  form.hidden = false;
  output.hidden = true;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = "";
      search();
    }
  });
  form.querySelector("button").addEventListener("click", () => {
    const page = document.documentElement;
    page.lang = page.lang === "th" ? "en" : "th";
    document.title = document.querySelector("h1").innerText;
  });
})();
