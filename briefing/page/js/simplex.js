// The bounded primal simplex in fractions: no rounding, so no answer depends on a tolerance. A dictionary holds every basic
// variable as a linear form of the others; the activity of a row is a variable of its own. Rows, variables and bounds can
// be added and changed between optima, and the next one is sought from where the last one stands.
//
// Phase one lowers the sum of what is out of bounds. The variable with the steepest slope enters, and by Bland's rule after
// steps that moved nothing, so that it cannot cycle. (Chvátal, Linear Programming, 1983, ch. 3 and 8.)
import { ONE, ZERO, add, compare, equal, minus, opposite, over, times } from "./fraction.js";

const LONGEST = 20000;
const PATIENCE = 8;

export class Simplex {
  constructor() {
    this.lower = [];
    this.upper = [];
    this.value = [];
    this.forms = new Map();
  }

  /** A variable within bounds, at its lower one; its place. */
  variable(lower, upper) {
    this.lower.push(lower);
    this.upper.push(upper);
    this.value.push(lower);
    return this.value.length - 1;
  }

  /** The variable that is the sum of terms, [place, coefficient] pairs, within bounds; null where there is no limit. */
  row(terms, lower, upper) {
    const place = this.variable(lower, upper);
    this.forms.set(place, this.reduce(terms));
    this.value[place] = terms.reduce((found, [each, by]) => add(found, times(by, this.value[each])), ZERO);
    return place;
  }

  /** Other bounds for a variable. One outside the dictionary has to stand within them. */
  within(place, lower, upper) {
    this.lower[place] = lower;
    this.upper[place] = upper;
  }

  /**
   * Let a variable that stands at nothing be told by a row that does too: nothing moves, and where the row ties it to a
   * level it rises with that, which saves a step for each variable that would otherwise hold the level down.
   */
  follow(place, row) {
    const form = this.forms.get(row);
    if (!this.forms.has(place) && form.has(place) && !this.value[place][0] && !this.value[row][0]) this.pivot(place, row);
  }

  /** Terms as a form of the variables outside the dictionary. */
  reduce(terms) {
    const form = new Map();
    for (const [place, by] of terms) {
      const basic = this.forms.get(place);
      if (basic) for (const [each, part] of basic) plus(form, each, times(by, part));
      else plus(form, place, by);
    }
    return form;
  }

  /**
   * Make the sum of terms as large as it can be: its slope along every variable outside the dictionary, which at the
   * optimum are the duals of rows and the reduced costs of variables. Where nothing keeps all bounds, `feasible` is false
   * and the slopes are those of minus the sum of what is out of bounds.
   */
  maximise(terms) {
    let still = 0;
    for (let steps = 0; steps < LONGEST; steps++) {
      const broken = this.broken();
      const slopes = broken ?? this.reduce(terms);
      const entering = this.entering(slopes, still > PATIENCE);
      if (entering === null) return { feasible: broken === null, slopes };
      still = this.step(entering, slopes.get(entering)[0] > 0n) ? 0 : still + 1;
    }
    throw new Error("no optimum");
  }

  /** -1 below its bounds, 1 above them, 0 within. */
  side(place) {
    const low = this.lower[place], high = this.upper[place];
    if (low !== null && compare(this.value[place], low) < 0) return -1;
    return high !== null && compare(this.value[place], high) > 0 ? 1 : 0;
  }

  /** The slopes of minus the sum of what is out of bounds; null where nothing is. */
  broken() {
    let slopes = null;
    for (const [place, form] of this.forms) {
      const side = this.side(place);
      if (side === 0) continue;
      slopes ??= new Map();
      for (const [each, by] of form) plus(slopes, each, side > 0 ? opposite(by) : by);
    }
    return slopes;
  }

  /** The variable to move: the steepest, or for Bland the first, of those that can; null where none improves. */
  entering(slopes, first) {
    let best = null;
    for (const [place, slope] of slopes) {
      const end = slope[0] > 0n ? this.upper[place] : this.lower[place];
      if (end !== null && equal(this.value[place], end)) continue;
      if (best === null) best = place;
      else if (first) best = Math.min(best, place);
      else {
        const steeper = compare(absolute(slope), absolute(slopes.get(best)));
        if (steeper > 0 || (steeper === 0 && place < best)) best = place;
      }
    }
    return best;
  }

  /** Move a variable until it or a basic one meets a bound; whether anything moved. */
  step(entering, rising) {
    const low = this.lower[entering], high = this.upper[entering];
    let shortest = low === null || high === null ? null : minus(high, low);
    let leaving = null;
    const rates = [];
    for (const [basic, form] of this.forms) {
      const by = form.get(entering);
      if (!by) continue;
      rates.push([basic, by]);
      const up = by[0] > 0n === rising;
      const end = this.stop(basic, up);
      if (end === null) continue;
      const length = over(minus(end, this.value[basic]), rising ? by : opposite(by));
      const order = shortest === null ? -1 : compare(length, shortest);
      if (order < 0 || (order === 0 && (leaving === null || basic < leaving))) [shortest, leaving] = [length, basic];
    }
    if (shortest === null) throw new Error("without limit");
    if (shortest[0]) {
      const move = rising ? shortest : opposite(shortest);
      for (const [basic, by] of rates) this.value[basic] = add(this.value[basic], times(by, move));
      this.value[entering] = add(this.value[entering], move);
    }
    if (leaving !== null) this.pivot(entering, leaving);
    return shortest[0] !== 0n;
  }

  /** The bound that a moving basic variable must not pass: one that is outside may come in. */
  stop(basic, rising) {
    const side = this.side(basic);
    if (rising) return side < 0 ? this.lower[basic] : side === 0 ? this.upper[basic] : null;
    return side > 0 ? this.upper[basic] : side === 0 ? this.lower[basic] : null;
  }

  /** Swap a variable outside the dictionary with a basic one. */
  pivot(entering, leaving) {
    const old = this.forms.get(leaving);
    this.forms.delete(leaving);
    const by = old.get(entering);
    old.delete(entering);
    const form = new Map([[leaving, over(ONE, by)]]);
    for (const [place, part] of old) form.set(place, over(opposite(part), by));
    for (const other of this.forms.values()) {
      const share = other.get(entering);
      if (!share) continue;
      other.delete(entering);
      for (const [place, part] of form) plus(other, place, times(share, part));
    }
    this.forms.set(entering, form);
  }
}

const absolute = ([n, d]) => [n < 0n ? -n : n, d];

function plus(form, place, by) {
  const before = form.get(place);
  const after = before ? add(before, by) : by;
  if (after[0]) form.set(place, after);
  else form.delete(place);
}
