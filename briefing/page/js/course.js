// What the split of a path comes to, year by year.
import { ZERO, add, equal, fraction, minus, sum, times } from "./fraction.js";
import { shares } from "./numbers.js";

export class Course {
  /**
   * @param data of the page: `path` with its years and its ceilings, and which lines are of which year.
   * @param amounts of the line-years; null where there are none.
   * @param moves what is shifted, in the order of the program.
   * @param share of the path.
   */
  constructor(data, asks, amounts, moves, share) {
    const { years, total, kinds, moves: ways } = data.path;
    const of = (year) => data.lines.flatMap((line, place) => (line.year === year ? [place] : []));
    const charge = (place) => (data.charges ? times(data.charges[place], amounts[place]) : amounts[place]);
    Object.assign(this, { years, amounts, asks });
    this.asked = years.map((year) => sum(of(year).map((place) => asks[place])));
    this.kinds = kinds.map((kind) => kind.map((each) => times(share, fraction(each))));
    if (!amounts) return;
    const going = (year) => ways.reduce((found, [way, whose], place) =>
      (way === "later" && whose === year ? add(found, moves[place]) : way === "earlier" && whose === year + 1 ? minus(found, moves[place]) : found), ZERO);
    this.shifted = years.map((year, place) => minus(place ? going(years[place - 1]) : ZERO, going(year)));
    this.available = years.map((year, place) => add(times(share, fraction(total[place])), this.shifted[place]));
    this.given = years.map((year) => sum(of(year).map((place) => amounts[place])));
    this.spent = years.map((year) => sum(of(year).map(charge)));
    this.left = years.map((year, place) => minus(this.available[place], this.spent[place]));
    this.lowest = years.map((year) => shares(of(year).map((place) => amounts[place]), of(year).map((place) => asks[place])));
  }

  /** The figures of a row of the table, one for every year; null where it has none. */
  row([is, which]) {
    if (is === "line" || is === "group") {
      const lines = is === "line" ? [which] : which;
      return this.amounts && this.years.map((year, place) => sum(lines.flatMap((each) => (each[place] === null ? [] : [this.amounts[each[place]]]))));
    }
    if (is === "kind") return this.kinds[which];
    if (is === "others") return this.amounts && this.given.map((each, place) => minus(each, this.spent[place]));
    return this[is] ?? null;
  }

  /** Whether every later year has what this one has. */
  settles(from) {
    const all = [this.available, this.left, this.spent];
    return all.every((each) => each.every((figure, place) => place < from || equal(figure, each[from])));
  }
}
