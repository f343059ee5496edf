// The table of a plan with years, a column a year: what there is, what each line gets, and what stays.
import { ZERO, minus } from "./fraction.js";
import { Course } from "./course.js";
import { find, make, mark, own, put, refill } from "./dom.js";
import { addLocks, amountField, wayOf, waysOf } from "./locks.js";

export class Series {
  /**
   * @param data of the page: its `path` says what each row of the table is.
   * @param reader `lock(places)`, `hold(places, change)` and `amount(field)`, called with what a reader does.
   */
  constructor(data, writer, reader) {
    Object.assign(this, { data, writer, reader });
    const table = find("series-table");
    this.heads = [...table.tHead.rows[0].cells].slice(1);
    this.firstHeads = this.heads.map((cell) => cell.textContent);
    const body = table.tBodies[0];
    this.addShifted(body);
    this.rows = data.path.rows.map((is, place) => this.told(is, body.rows[place]));
    const rows = this.rows.map(({ row, places }) => ({ row, name: places?.some((each) => !data.lines[each].fixed) ? row.cells[0].textContent : null }));
    addLocks(table, writer, rows, (row) => reader.lock(this.rows.find((each) => each.row === row).places))
      .forEach((lock, place) => { this.rows[place].lock = lock; });
  }

  /** What a split comes to, year by year. */
  static told(...of) { return new Course(...of); }

  /** A plan that may shift money has a row for it, also where the briefing shifts nothing. */
  addShifted(body) {
    const place = this.data.path.rows.findIndex(([is]) => is === "shifted");
    if (place < 0 || body.rows.length === this.data.path.rows.length) return;
    const row = body.rows[place].cloneNode(true);
    row.className = "line";
    row.cells[0].textContent = this.writer.say("shifted in");
    for (const cell of [...row.cells].slice(1)) cell.textContent = this.writer.amount(ZERO, this.data.decimals);
    body.insertBefore(row, body.rows[place]);
  }

  told(is, row) {
    const cells = [...row.cells].slice(1).map((cell) => {
      const first = cell.textContent;
      const shown = make("span", { textContent: first }), before = make("small", { className: "was" });
      cell.replaceChildren(shown, before);
      return { cell, first, shown, before, field: null };
    });
    return { is, row, cells, lock: null, way: null, places: is[0] === "line" ? is[1].filter((each) => each !== null) : null };
  }

  /** Show a split, as the table of measures does; `course` is what it comes to. */
  draw({ course, home, lines, conflict }) {
    const { columns, years } = this.data.path;
    const at = columns.map((year) => years.indexOf(year));
    const lasting = at.length - 1;
    const named = this.firstHeads[lasting] !== String(columns[lasting]);
    put(this.heads[lasting], named && !home && course.amounts && !course.settles(at[lasting]) ? String(columns[lasting]) : this.firstHeads[lasting]);
    for (const each of this.rows) {
      const figures = home ? null : course.row(each.is);
      each.cells.forEach((cell, column) => {
        const text = home || each.is[0] === "check" ? cell.first : figures ? this.text(each.is[0], figures[at[column]]) : "–";
        put(cell.shown, text);
        put(cell.before, text === cell.first ? "" : this.writer.say("desk was", { before: cell.first }));
        const place = each.is[0] === "line" ? each.is[1][at[column]] : null;
        if (place !== null) this.drawCell(each, cell, place, own(lines, this.data.lines[place].id), course.amounts);
      });
      if (each.places) this.drawRow(each, lines, conflict);
    }
  }

  text(is, figure) {
    if (is !== "lowest") return this.writer.amount(figure, this.data.decimals);
    return figure.length ? this.writer.least(figure.reduce((one, other) => (minus(one, other)[0] < 0n ? one : other))) : "";
  }

  drawCell(each, cell, place, change, amounts) {
    mark(cell.cell, "data-exact", amounts && amounts[place].join("/").replace(/\/1$/, ""));
    const way = wayOf(change);
    cell.shown.hidden = way === "keep" && amounts !== null;
    if (way === null) {
      cell.field?.remove();
      cell.field = null;
      return;
    }
    if (!cell.field) {
      cell.field = amountField(this.writer.say("desk minimum of", { name: this.data.lines[place].name }), () => {
        const typed = this.reader.amount(cell.field);
        if (typed !== null) this.reader.hold([place], { [each.way.value]: typed });
      });
      cell.cell.append(cell.field);
    }
    refill(cell.field, this.writer.field(change[way === "between" ? "minimum" : way]));
  }

  drawRow(each, lines, conflict) {
    const changes = each.places.map((place) => own(lines, this.data.lines[place].id));
    const way = changes.map(wayOf).find(Boolean) ?? null;
    if (each.lock) mark(each.lock, "aria-pressed", String(way !== null));
    each.row.classList.toggle("held", way !== null);
    each.row.classList.toggle("conflict", each.places.some((place) => conflict.includes(place)));
    if (way === null) {
      each.way?.remove();
      each.way = null;
      return;
    }
    const head = each.row.cells[1];
    each.way ??= head.appendChild(waysOf(this.writer.say("desk way of", { name: head.textContent }), this.writer.words, () => {
      const given = each.places.map((place) => [place, own(this.lines, this.data.lines[place].id)]);
      for (const [place, change] of given) if (wayOf(change)) this.reader.hold([place], { [each.way.value]: change[wayOf(change)] });
    }, false));
    this.lines = lines;
    if (each.way.value !== way) each.way.value = way;
  }

  show(line) {
    const { row, lock } = this.rows.find(({ places }) => places?.includes(line));
    row.scrollIntoView({ block: "center" });
    lock?.focus();
  }
}
