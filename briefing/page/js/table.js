// The table of measures: locks in its rows, amounts that can be typed, bars, and what the columns say of a variant.
import { compare, fraction, minus, most, number } from "./fraction.js";
import { totals } from "./numbers.js";

const WAYS = ["keep", "minimum", "maximum", "between"];
export const find = (id) => document.getElementById(id);
export const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);

/** How a change holds a line: one of the ways; null where it does not. */
export const wayOf = ({ keep, minimum, maximum }) =>
  (keep ? "keep" : minimum && maximum ? "between" : minimum ? "minimum" : maximum ? "maximum" : null);

/** What the columns of the table hold, row by row, and how a reader changes it. */
export class Measures {
  /**
   * @param data of the page.
   * @param writer of its numbers.
   * @param reader `lock(line)`, `hold(line, change)` and `fault(text)`, called with what a reader does.
   */
  constructor(data, writer, reader) {
    Object.assign(this, { data, writer, reader });
    const table = find("measures-table");
    this.heading = table.querySelector("th[data-is=optimum]");
    this.rows = [...table.tBodies[0].rows].map((row, place) => ({
      row,
      lines: data.rows[place],
      line: row.classList.contains("line") ? data.rows[place][0] : null,
      cells: Object.fromEntries(["proposal", "optimum", "shift"].map((is) => [is, row.querySelector(`[data-is=${is}]`)])),
      bars: Object.fromEntries(["proposal", "optimum"].map((is) => [is, row.querySelector(`rect.${is}`)])),
    }));
    for (const each of this.rows) {
      each.first = Object.fromEntries(Object.entries(each.cells).map(([is, cell]) => [is, cell.textContent]));
      each.firstBars = Object.fromEntries(Object.entries(each.bars).map(([is, bar]) => [is, bar?.getAttribute("width")]));
      each.cells.optimum.replaceChildren(each.shown = make("span", { textContent: each.first.optimum }), each.before = make("small", { className: "was" }));
    }
    this.firstHeading = this.heading.textContent;
    if (data.readings[0].sides) this.addLocks(table);
  }

  addLocks(table) {
    const head = make("th", { scope: "col", className: "lk" });
    head.append(make("span", { className: "unseen", textContent: this.writer.say("desk hold") }));
    table.tHead.rows[0].prepend(head);
    const icon = find("lock-icon");
    for (const each of this.rows) {
      const cell = make("td", { className: "lk" });
      each.row.prepend(cell);
      if (each.line === null || this.data.lines[each.line].fixed) continue;
      each.lock = make("button", { type: "button", className: "lock" });
      each.lock.setAttribute("aria-label", this.writer.say("desk hold line", { name: this.data.lines[each.line].name }));
      each.lock.setAttribute("aria-pressed", "false");
      each.lock.append(icon.content.cloneNode(true));
      each.lock.addEventListener("click", () => this.reader.lock(each.line));
      cell.append(each.lock);
    }
  }

  /** The fields of a line that is held: how, and the amount or the two between which. */
  fields(each) {
    const { name } = this.data.lines[each.line];
    const way = make("select", { className: "way" });
    way.setAttribute("aria-label", this.writer.say("desk way of", { name }));
    for (const key of WAYS) way.append(make("option", { value: key, textContent: this.writer.say(`desk ${key}`) }));
    const inputs = ["minimum", "maximum"].map((end) => {
      const field = make("input", { className: "cell", inputMode: "decimal", autocomplete: "off" });
      field.setAttribute("aria-label", this.writer.say(`desk ${end} of`, { name }));
      field.addEventListener("change", () => this.typed(each));
      return field;
    });
    way.addEventListener("change", () => this.typed(each));
    each.fields = { way, inputs, box: make("span", { className: "edit" }) };
    each.fields.box.append(way, ...inputs);
    each.cells.optimum.append(each.fields.box);
  }

  typed(each) {
    const { way, inputs: [low, high] } = each.fields;
    const read = (field) => this.reader.amount(field);
    const first = read(low);
    if (first === null) return;
    if (way.value !== "between") return this.reader.hold(each.line, { [way.value]: first });
    const second = high.hidden ? most(first, fraction(this.reader.asks(each.line))) : read(high);
    if (second === null) return;
    if (compare(second, first) < 0) return this.reader.fault(this.writer.say("desk crossed"), high);
    this.reader.hold(each.line, { minimum: first, maximum: second });
  }

  /** The fields as the state has them. */
  drawFields(each, change, amount) {
    const way = wayOf(change);
    each.lock?.setAttribute("aria-pressed", String(way !== null));
    each.row.classList.toggle("held", way !== null);
    if (way === null) {
      each.fields?.box.remove();
      each.fields = null;
      return;
    }
    if (!each.fields) this.fields(each);
    const { way: select, inputs } = each.fields;
    select.value = way;
    const values = way === "between" ? [change.minimum, change.maximum] : [change[way], null];
    inputs.forEach((input, place) => {
      input.hidden = values[place] === null;
      if (!input.hidden && document.activeElement !== input) input.value = this.writer.field(values[place]);
    });
    each.shown.hidden = way === "keep" && amount !== null;
  }

  /**
   * Show a split.
   *
   * @param shown `amounts` (null: none), `given` what they are held against, `home` whether it is the briefing's own,
   *   `variant` the word above the column, `lines` the changes by id, `conflict` the lines that nothing fits with.
   */
  draw({ amounts, given, home, plain, variant, lines, conflict }) {
    const { decimals } = this.data;
    const before = totals(this.data.rows, given, this.data.charges);
    const after = amounts && totals(this.data.rows, amounts, this.data.charges);
    this.heading.textContent = home ? this.firstHeading : variant;
    const full = number(fraction(this.data.most)) || 1;
    for (const [place, each] of this.rows.entries()) {
      const text = home ? each.first.optimum : after ? this.writer.amount(after[place], decimals) : "–";
      each.shown.textContent = text;
      each.shown.hidden = false;
      each.before.textContent = home || text === each.first.optimum ? "" : this.writer.say("desk was", { before: each.first.optimum });
      each.cells.proposal.textContent = plain ? each.first.proposal : before[place][0] ? this.writer.amount(before[place], decimals) : "–";
      each.cells.shift.textContent = home && plain ? each.first.shift : after ? this.writer.change(minus(after[place], before[place]), decimals) : "–";
      if (after) each.cells.optimum.dataset.exact = after[place].join("/").replace(/\/1$/, "");
      else delete each.cells.optimum.dataset.exact;
      if (each.line === null) continue;
      this.drawFields(each, lines[this.data.lines[each.line].id] ?? {}, after && after[place]);
      each.row.classList.toggle("conflict", conflict.includes(each.line));
      for (const [is, of] of [["proposal", before], ["optimum", after]]) {
        const width = of ? `${Math.min(100, (100 * number(of[place])) / full)}%` : "0";
        each.bars[is]?.setAttribute("width", home && plain ? each.firstBars[is] : width);
      }
    }
  }
}


