// The same bounded simplex as `simplex.js`, in floating point: it proves nothing and only points at a basis, of which
// `vertex.js` works out the exact point. Amounts are scaled to about 1, and so is every row.
const NEARLY = 1e-9, NOTHING = 1e-12;
const MOST_STEPS = 5000, STILL = 8;

/** What stops a search that rounding has led astray; the exact simplex goes on then. */
export class Astray extends Error {}

/** A fraction as a floating-point number. */
export function floating([n, d]) {
  const found = Number(n) / Number(d);
  if (Number.isFinite(found)) return found;
  const spare = BigInt(Math.max(0, Math.min(`${n}`.length, `${d}`.length) - 200));
  return Number(n / 10n ** spare) / Number(d / 10n ** spare);
}

export class Quick {
  /** @param scale the amount that becomes 1. */
  constructor(scale) {
    Object.assign(this, { scale, lower: [], upper: [], value: [], outside: [], forms: new Map(), width: 64 });
    this.exact = { rows: new Map(), lower: [], upper: [], at: [] };
  }

  scaled(amount) { return amount === null ? null : floating(amount) / this.scale; }

  place(lower, upper) {
    this.exact.lower.push(lower);
    this.exact.upper.push(upper);
    this.exact.at.push(lower);
    this.lower.push(this.scaled(lower));
    this.upper.push(this.scaled(upper));
    if (this.lower.length > this.width) {
      this.width *= 2;
      for (const [basic, form] of this.forms) {
        const wider = new Float64Array(this.width);
        wider.set(form);
        this.forms.set(basic, wider);
      }
    }
    return this.lower.length - 1;
  }

  variable(lower, upper) {
    const place = this.place(lower, upper);
    this.value.push(this.lower[place]);
    this.outside.push(place);
    return place;
  }

  row(terms, lower, upper) {
    const place = this.place(lower, upper);
    const parts = terms.map(([each, by]) => [each, floating(by)]);
    const size = parts.reduce((most, [, by]) => Math.max(most, Math.abs(by)), 0) || 1;
    this.exact.rows.set(place, terms);
    for (const bounds of [this.lower, this.upper]) if (bounds[place] !== null) bounds[place] /= size;
    this.forms.set(place, this.reduce(parts.map(([each, by]) => [each, by / size])));
    this.value.push(parts.reduce((found, [each, by]) => found + (by / size) * this.value[each], 0));
    return place;
  }

  within(place, lower, upper) {
    this.exact.lower[place] = lower;
    this.exact.upper[place] = upper;
    this.lower[place] = this.scaled(lower);
    this.upper[place] = this.scaled(upper);
    if (this.forms.has(place) || lower === null) return;
    const moved = this.lower[place] - this.value[place];
    if (!moved) return;
    this.value[place] = this.lower[place];
    for (const [basic, form] of this.forms) this.value[basic] += form[place] * moved;
  }

  follow(place, row) {
    const form = this.forms.get(row);
    if (!this.forms.has(place) && form[place] && !this.value[place] && !this.value[row]) this.pivot(place, row);
  }

  reduce(terms) {
    const form = new Float64Array(this.width);
    for (const [place, by] of terms) {
      const basic = this.forms.get(place);
      if (!basic) form[place] += by;
      else for (const each of this.outside) form[each] += by * basic[each];
    }
    return form;
  }

  /** Go to a basis in which the sum of terms seems as large as it can be; whether anything seems to fit. */
  maximise(terms) {
    const parts = terms.map(([place, by]) => [place, floating(by)]);
    const size = parts.reduce((most, [, by]) => Math.max(most, Math.abs(by)), 0) || 1;
    let still = 0;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const broken = this.broken();
      const slopes = broken ?? this.reduce(parts.map(([place, by]) => [place, by / size]));
      const entering = this.entering(slopes, still > STILL);
      if (entering === null) return broken === null;
      still = this.step(entering, slopes[entering] > 0) ? 0 : still + 1;
    }
    throw new Astray("too many steps");
  }

  side(place) {
    const low = this.lower[place], high = this.upper[place], at = this.value[place];
    return low !== null && at < low - NEARLY ? -1 : high !== null && at > high + NEARLY ? 1 : 0;
  }

  broken() {
    let slopes = null;
    for (const [place, form] of this.forms) {
      const side = this.side(place);
      if (!side) continue;
      slopes ??= new Float64Array(this.width);
      for (const each of this.outside) slopes[each] -= side * form[each];
    }
    return slopes;
  }

  entering(slopes, first) {
    let best = null, steepest = NEARLY;
    for (const place of this.outside) {
      const slope = slopes[place], steep = Math.abs(slope);
      if (steep <= NEARLY) continue;
      const end = slope > 0 ? this.upper[place] : this.lower[place];
      if (end !== null && Math.abs(this.value[place] - end) <= NOTHING) continue;
      if (first ? best === null || place < best : steep > steepest || (steep === steepest && place < best)) [best, steepest] = [place, steep];
    }
    return best;
  }

  step(entering, rising) {
    const low = this.lower[entering], high = this.upper[entering];
    let shortest = low === null || high === null ? Infinity : high - low;
    let leaving = null, strongest = 0, stand = 0;
    const rates = [];
    for (const [basic, form] of this.forms) {
      const by = form[entering];
      if (Math.abs(by) <= NEARLY) continue;
      rates.push([basic, by]);
      const end = this.stop(basic, by > 0 === rising);
      if (end === null) continue;
      const length = Math.max(0, (end - this.value[basic]) / (rising ? by : -by));
      const strong = Math.abs(by);
      if (length < shortest - NOTHING || (length <= shortest + NOTHING && leaving !== null && strong > strongest) || (leaving === null && length <= shortest)) {
        [shortest, leaving, strongest, stand] = [Math.min(length, shortest), basic, strong, end];
      }
    }
    if (shortest === Infinity) throw new Astray("without limit");
    const move = rising ? shortest : -shortest;
    for (const [basic, by] of rates) this.value[basic] += by * move;
    this.value[entering] += move;
    if (leaving === null) this.value[entering] = rising ? high : low;
    else {
      this.value[leaving] = stand;
      this.pivot(entering, leaving);
    }
    return shortest > NEARLY;
  }

  stop(basic, rising) {
    const side = this.side(basic);
    if (rising) return side < 0 ? this.lower[basic] : side === 0 ? this.upper[basic] : null;
    return side > 0 ? this.upper[basic] : side === 0 ? this.lower[basic] : null;
  }

  pivot(entering, leaving) {
    const form = this.forms.get(leaving), by = form[entering];
    this.forms.delete(leaving);
    this.outside[this.outside.indexOf(entering)] = leaving;
    form[entering] = 0;
    const support = [];
    for (const each of this.outside) {
      form[each] = each === leaving ? 1 / by : -form[each] / by;
      if (Math.abs(form[each]) < NOTHING) form[each] = 0;
      else support.push(each);
    }
    for (const other of this.forms.values()) {
      const share = other[entering];
      if (!share) continue;
      other[entering] = 0;
      for (const each of support) {
        const sum = other[each] + share * form[each];
        other[each] = Math.abs(sum) < NOTHING ? 0 : sum;
      }
    }
    this.forms.set(entering, form);
  }
}
