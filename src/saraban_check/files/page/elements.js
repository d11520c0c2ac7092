// ---- Elements ----

const $ = (id) => document.getElementById(id);

/** A new element with attributes, listeners (`onclick`) and children; strings become text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== "").flatMap(pieces));
  return element;
}

/** A text with marks as pieces that stay whole, a line ending between them alone; what has none as it is. */
function pieces(text) {
  if (typeof text !== "string" || !text.includes(MARK)) return [text];
  const found = [];
  let whole;
  for (const piece of text.split(MARK)) {
    if (piece.length < WIDEST) {
      if (whole) whole.append(document.createElement("wbr"));
      else found.push(whole = make("span", { class: "w" }));
      whole.append(piece);
    } else {
      found.push(document.createElement("wbr"), piece, document.createElement("wbr"));
      whole = undefined;
    }
  }
  return found;
}

/** A text from the list, kept to itself: its writing direction does not reach what stands beside it. */
function foreign(text, { class: name = "" } = {}) {
  const names = [name, text.length > LONG ? "endless" : ""].filter(Boolean).join(" ");
  return make("bdi", { class: names || undefined }, text);
}

/** As much of a text as the list shows; a cell can hold 32,767 letters. */
const brief = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

const badge = (group) => make("span", { class: `badge ${letterClass(group)}` }, say(group.name));
const letterClass = (group) => (/^[A-EW]$/.test(group.letter) ? `letter-${group.letter}` : "letter-none");
