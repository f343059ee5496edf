// From a state to its answer: the solver in its worker, or the steps of a ladder where a plan is too large for that.
import { compare, equal, fraction, most, reduced, times } from "./fraction.js";
import { Solver, Steps } from "./engine.js";
import { figures } from "./findings.js";
import { History, asked, fromAddress, home, same } from "./state.js";

export class Inquiry {
  /**
   * @param data of the page, its fractions read.
   * @param course makes what a split comes to year by year; null without years.
   * @param told `changed()` when the state is another one, `answered()` when there is an answer, `slow()` where it takes long.
   */
  constructor(data, writer, course, told) {
    Object.assign(this, { data, writer, course, told, found: null, base: null, waiting: 0 });
    this.history = new History(fromAddress(data, location.hash));
    this.steps = data.live ? null : data.readings.map((reading) => new Steps(reading.steps));
    this.solver = null;
  }

  get state() { return this.history.now; }

  begin(source) {
    if (this.data.live) {
      const { chain, decimal, money, words, decimals, readings } = this.data;
      const known = { programs: readings.map(({ program }) => program), chain, decimal, money, words, decimals };
      this.solver = new Solver(source, known, (...heard) => this.heard(...heard));
      this.solver.ask({ program: 0, changes: asked(this.data, home(this.data)), state: home(this.data), always: true });
    } else this.base = this.answered(home(this.data));
    this.follow();
  }

  set(next, key) {
    this.history.push(next, key);
    this.follow();
  }

  move(by) { if (this.history.move(by)) this.follow(); }

  /** The state has changed: ask what it comes to. */
  follow() {
    const now = this.state;
    if (this.data.live) {
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.told.slow(), 100);
      this.solver.ask({ program: now.reading, changes: asked(this.data, now), state: now });
    } else {
      now.ceiling = most(now.ceiling, this.data.ends[now.reading][0]);
      this.found = this.answered(now);
    }
    this.told.changed();
  }

  /** What the steps of a ladder say at a state. */
  answered(now) {
    const { amounts, told } = this.steps[now.reading].at(now.ceiling);
    return { state: now, amounts, told, ...figures(amounts, this.data.asks[now.reading], now.ceiling, this.data.charges) };
  }

  /** An answer of the solver; the first is about the briefing itself and has to be the one that the briefing gives. */
  heard(answer, { state: about }) {
    const { data } = this;
    const amounts = answer.amounts?.map(fraction) ?? null;
    const given = { ...answer, state: about, amounts };
    for (const key of ["most", "possible", "lowest"]) if (answer[key]) given[key] = fraction(answer[key]);
    if (answer.repairs) given.repairs = answer.repairs.map(({ line, from, at }) => ({ line, at: this.downTo(fraction(at), fraction(from)) }));
    const asks = data.asks[about.reading];
    if (amounts) Object.assign(given, figures(amounts, asks, data.path ? times(about.ceiling, data.path.whole) : about.ceiling, data.charges));
    if (this.course) given.course = this.course(data, asks, amounts, answer.moves?.map(fraction), about.ceiling);
    if (this.base === null) {
      const alike = amounts !== null && amounts.every((each, line) => equal(each, data.exact[line]));
      this.base = alike ? given : { ...given, failed: given.failed ?? this.writer.say("desk unlike") };
    }
    if (this.base.failed !== undefined) given.failed = this.base.failed;
    if (!same(about, this.state)) return;
    clearTimeout(this.waiting);
    this.found = given;
    this.told.answered();
  }

  /** An amount rounded down as the table prints it, if that is not too little. */
  downTo(amount, from) {
    const power = 10n ** BigInt(this.data.decimals);
    const down = reduced((amount[0] * power) / amount[1], power);
    return compare(down, from) < 0 ? amount : down;
  }
}
