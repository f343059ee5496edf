// The table of measures: locks in its rows, amounts that can be typed, bars, and what the columns say of a variant.
import { compare, fraction, minus, most, number } from "./fraction.js";
import { find, make, mark, own, put, refill } from "./dom.js";
import { addLocks, amountField, wayOf, waysOf } from "./locks.js";
import { totals } from "./numbers.js";

/** What the columns of the table hold, row by row, and how a reader changes it. */
export class Measures {
  /**
   * @param data of the page.
   * @param writer of its numbers.
   * @param reader `lock(lines)`, `hold(lines, change)` and `fault(text)`, called with what a reader does.
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
    if (!data.readings[0].sides) return;
    const rows = this.rows.map(({ row, line }) => ({ row, name: line === null || data.lines[line].fixed ? null : data.lines[line].name }));
    const lockOf = (row) => reader.lock([this.rows.find((each) => each.row === row).line]);
    addLocks(table, writer, rows, lockOf).forEach((lock, place) => { this.rows[place].lock = lock; });
  }

  /** The fields of a line that is held: how, and the amount or the two between which. */
  fields(each) {
    const { name } = this.data.lines[each.line];
    const typed = () => this.typed(each);
    const way = waysOf(this.writer.say("desk way of", { name }), this.writer.words, typed, true);
    const inputs = ["minimum", "maximum"].map((end) => amountField(this.writer.say(`desk ${end} of`, { name }), typed));
    each.fields = { way, inputs, box: make("span", { className: "edit" }) };
    each.fields.box.append(way, ...inputs);
    each.cells.optimum.append(each.fields.box);
  }

  typed(each) {
    const { way, inputs: [low, high] } = each.fields;
    const read = (field) => this.reader.amount(field);
    const first = read(low);
    if (first === null) return;
    if (way.value !== "between") return this.reader.hold([each.line], { [way.value]: first });
    const second = high.hidden ? most(first, fraction(this.reader.asks(each.line))) : read(high);
    if (second === null) return;
    if (compare(second, first) < 0) return this.reader.fault(this.writer.say("desk crossed"), high);
    this.reader.hold([each.line], { minimum: first, maximum: second });
  }

  /** The fields as the state has them. */
  drawFields(each, change, amount) {
    const way = wayOf(change);
    if (each.lock) mark(each.lock, "aria-pressed", String(way !== null));
    each.row.classList.toggle("held", way !== null);
    if (way === null) {
      each.fields?.box.remove();
      each.fields = null;
      return;
    }
    if (!each.fields) this.fields(each);
    const { way: select, inputs } = each.fields;
    if (select.value !== way) select.value = way;
    const values = way === "between" ? [change.minimum, change.maximum] : [change[way], null];
    inputs.forEach((input, place) => {
      input.hidden = values[place] === null;
      if (!input.hidden) refill(input, this.writer.field(values[place]));
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
    put(this.heading, home ? this.firstHeading : variant);
    const full = number(fraction(this.data.most)) || 1;
    for (const [place, each] of this.rows.entries()) {
      const text = home ? each.first.optimum : after ? this.writer.amount(after[place], decimals) : "–";
      put(each.shown, text);
      each.shown.hidden = false;
      put(each.before, home || text === each.first.optimum ? "" : this.writer.say("desk was", { before: each.first.optimum }));
      put(each.cells.proposal, plain ? each.first.proposal : before[place][0] ? this.writer.amount(before[place], decimals) : "–");
      put(each.cells.shift, home && plain ? each.first.shift : after ? this.writer.change(minus(after[place], before[place]), decimals) : "–");
      mark(each.cells.optimum, "data-exact", after && after[place].join("/").replace(/\/1$/, ""));
      if (each.line === null) continue;
      this.drawFields(each, own(lines, this.data.lines[each.line].id), after && after[place]);
      each.row.classList.toggle("conflict", conflict.includes(each.line));
      for (const [is, of] of [["proposal", before], ["optimum", after]]) {
        const width = of ? `${Math.min(100, Math.round((10000 * number(of[place])) / full) / 100)}%` : "0";
        if (each.bars[is]) mark(each.bars[is], "width", home && plain ? each.firstBars[is] : width);
      }
    }
  }

  /** Show where a line stands. */
  show(line) {
    const { row, lock } = this.rows.find((each) => each.line === line);
    row.scrollIntoView({ block: "center" });
    lock?.focus();
  }
}
