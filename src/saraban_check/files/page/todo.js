// ---- What to do first ----

/** What there is to do, what helps most agencies first, and last what no step of theirs says; a bar is as long as its count. Each lists its agencies. */
function showTodo({ steps }) {
  const most = Math.max(1, ...steps.values());
  const isOpen = (key) => data.open.includes(key);
  const ordered = [...steps].sort(([a, one], [b, other]) => isOpen(a) - isOpen(b) || other - one || (a < b ? -1 : 1));
  $("todo").hidden = !ordered.length;
  $("todo").querySelector("ol").replaceChildren(...ordered.map(([key, count]) => {
    const bar = make("span", { class: "bar" });
    bar.style.setProperty("--share", count / most);
    return make("li", {}, make("button", {
      type: "button", "data-step": key, onclick: (event) => toggle("step", key, event),
    }, make("span", { class: "step" }, foreign(stepInWords(key))), make("strong", { class: "number" }, number(count)),
    make("span", { class: "track", "aria-hidden": "true" }, bar)));
  }));
}

/** A step as it is said of many agencies, each with an address of its own. */
const stepInWords = (key) => inWords(data.steps[key], { address: tInWords("own_address") });
const stepName = (key) => say(stepInWords(key));
