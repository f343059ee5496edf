// Locks in the rows of a table: a lock holds what its row shows, and then the cells can be typed in.
import { find, make, own } from "./dom.js";

const WAYS = ["keep", "minimum", "maximum", "between"];

/** How a change holds a line: one of the ways; null where it does not. */
export const wayOf = ({ keep, minimum, maximum }) =>
  (keep ? "keep" : minimum && maximum ? "between" : minimum ? "minimum" : maximum ? "maximum" : null);

/** A column of locks before a table: of each of its rows the lock, null where the row has none. */
export function addLocks(table, writer, rows, pressed) {
  const head = make("th", { scope: "col", className: "lk" });
  head.append(make("span", { className: "unseen", textContent: writer.say("desk hold") }));
  table.tHead.rows[0].prepend(head);
  const icon = find("lock-icon");
  return rows.map(({ row, name }) => {
    const cell = make("td", { className: "lk" });
    row.prepend(cell);
    if (!name) return null;
    const lock = make("button", { type: "button", className: "lock" });
    lock.setAttribute("aria-label", writer.say("desk hold line", { name }));
    lock.setAttribute("aria-pressed", "false");
    lock.append(icon.content.cloneNode(true));
    lock.addEventListener("click", () => pressed(row));
    cell.append(lock);
    return lock;
  });
}

/** A field for the amount of a held line. */
export function amountField(label, changed) {
  const field = make("input", { className: "cell", inputMode: "decimal", autocomplete: "off" });
  field.setAttribute("aria-label", label);
  field.addEventListener("change", changed);
  return field;
}

/** How a line is held, to choose from. */
export function waysOf(label, words, changed, several) {
  const way = make("select", { className: "way" });
  way.setAttribute("aria-label", label);
  for (const key of several ? WAYS : WAYS.slice(0, 3)) way.append(make("option", { value: key, textContent: words[`desk ${key}`] }));
  way.addEventListener("change", changed);
  return way;
}

/** What changes hold lines together, as in a list of what was changed: "A = 4", or with years "A = 4 / 6 / 6". */
export function heldText(writer, name, changes) {
  const found = [];
  const ways = [...new Set(changes.map(wayOf))].filter(Boolean);
  const each = (field) => {
    const values = changes.filter((change) => change[field]).map((change) => writer.short(change[field]));
    return new Set(values).size === 1 ? values[0] : values.join(" / ");
  };
  for (const way of ways) {
    if (way === "between") found.push(writer.say("desk is between", { name, low: each("minimum"), high: each("maximum") }));
    else found.push(writer.say(`desk is ${way}`, { name, value: each(way) }));
  }
  if (changes.some(({ weight }) => weight)) found.push(writer.say("desk is weight", { name, value: each("weight") }));
  return found;
}

/** The changes of an owner's lines: of a line, or with years of each of its years. */
export const changesOf = (data, lines, { places }) => places.map((place) => own(lines, data.lines[place].id));
