// The fields of the rail that say what is asked: the ceiling as a number and on a slider, the reading, the proposal.
import { compare, equal, most, number, sum, times } from "./fraction.js";
import { find, mark, put, refill } from "./dom.js";
import { amountTyped } from "./numbers.js";
import { stepOf } from "./rail.js";
import { command, home, same } from "./state.js";

const PERCENT = [1n, 100n], PAST_THE_END = 20n;
const floor = ([n, d]) => n / d;

export class Controls {
  /** @param inquiry what is asked. */
  constructor(data, writer, inquiry) {
    Object.assign(this, { data, writer, inquiry, slider: find("slider"), field: find("typed"), grid: null });
    this.slider.addEventListener("input", () => {
      this.fault("");
      const ceiling = most(this.lowest(), times(this.grid, [BigInt(this.slider.value), 1n]));
      inquiry.set({ ...inquiry.state, ceiling }, "slider");
    });
    this.slider.addEventListener("change", () => inquiry.history.rest());
    this.field.addEventListener("change", () => this.typed());
    for (const key of ["reading", "proposal"]) {
      find(key)?.addEventListener("change", ({ target }) => {
        this.fault("");
        inquiry.set({ ...inquiry.state, [key]: Number(target.value) });
      });
    }
  }

  lowest() { return this.data.live ? [0n, 1n] : this.data.ends[this.inquiry.state.reading][0]; }

  highest() {
    const top = most(this.data.ends[this.inquiry.state.reading][1], this.data.home);
    return times(this.grid, [BigInt(this.steps(top)) + (this.data.path ? 0n : PAST_THE_END), 1n]);
  }

  /** How many steps of the slider a ceiling is. */
  steps(value) { return Number(floor(times(value, [this.grid[1], this.grid[0]]))); }

  draw() {
    const { data, writer, slider, inquiry } = this;
    const now = inquiry.state;
    const [low, high] = data.ends[now.reading];
    this.grid = data.path ? PERCENT : stepOf(this.lowest(), high);
    const [first, last] = [this.lowest(), this.highest()];
    mark(slider, "min", String(this.steps(first)));
    mark(slider, "max", String(this.steps(last)));
    if (this.steps(now.ceiling) !== Number(slider.value)) slider.value = this.steps(now.ceiling);
    mark(slider, "aria-valuetext", writer.ceiling(now.ceiling));
    refill(this.field, writer.ceilingField(now.ceiling));
    put(find("peek-ceiling"), writer.say(data.path ? "desk peek path" : "desk peek", { ceiling: writer.ceiling(now.ceiling) }));
    this.field.classList.toggle("changed", !equal(now.ceiling, data.home));
    const asked = data.path ? null : sum(data.asks[now.reading]);
    for (const [key, value] of Object.entries({ lowest: low, home: data.home, asked })) this.tick(key, value, first, last);
    for (const key of ["reading", "proposal"]) if (find(key)) find(key).value = now[key];
    const changes = !same(now, home(data));
    for (const id of ["back", "back-banner"]) find(id).disabled = !changes;
    if (data.live) find("copy").disabled = command(data, now) === null;
    find("undo").disabled = inquiry.history.place === 0;
    find("redo").disabled = inquiry.history.place === inquiry.history.states.length - 1;
  }

  tick(key, value, first, last) {
    const tick = find(`tick-${key}`);
    tick.hidden = value === null;
    if (value === null) return;
    const at = (number(value) - number(first)) / (number(last) - number(first));
    mark(tick, "data-at", String(Math.round(1000 * Math.min(1, Math.max(0, at))) / 10));
    tick.style.left = `${tick.dataset.at}%`;
    put(tick.querySelector("b"), this.data.path ? `${this.writer.ceilingField(value)}%` : this.writer.short(value));
  }

  fault(text, at = null) {
    put(find("fault"), text);
    for (const each of document.querySelectorAll("[aria-invalid=true]")) each.removeAttribute("aria-invalid");
    at?.setAttribute("aria-invalid", "true");
  }

  /** The amount that stands in a field; null, and said why, where it is none. */
  amount(field, example = `312${this.writer.sign}5`) {
    const ways = this.writer.ambiguous(field.value);
    const typed = amountTyped(field.value);
    if (ways !== null) this.fault(this.writer.say("live two ways", ways), field);
    else if (typed === null) this.fault(this.writer.say("live not a number", { example }), field);
    else this.fault("");
    return ways === null ? typed : null;
  }

  typed() {
    const { data, writer, field, inquiry } = this;
    const given = this.amount(field, data.path ? "90" : undefined);
    if (given === null) return;
    const ceiling = writer.ceilingTyped(given);
    if (compare(ceiling, this.lowest()) < 0) return this.fault(writer.say("live too low", { low: writer.ceiling(this.lowest()) }), field);
    if (!data.live && compare(ceiling, this.highest()) > 0) return this.fault(writer.say("live too high", { high: writer.ceiling(this.highest()) }), field);
    field.dataset.shown = field.value;
    inquiry.set({ ...inquiry.state, ceiling });
  }
}
