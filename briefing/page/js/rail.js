// The rail beside the table: rules as steppers, what is held as chips, weights, and the results with what they were.
import { ONE, ZERO, add, compare, equal, fraction, minus, over, times } from "./fraction.js";
import { find, make, own, put, refill } from "./dom.js";
import { changesOf, heldText, wayOf } from "./locks.js";

/** A rule's side as it is shown: how much of what, in hundredths or percents where it is a ratio. */
export const shownValue = ({ scale }, value) => times(value, fraction(scale));

export class Rules {
  /**
   * @param reader `change(rule, field, value)`, `turn(rule, on)` and `amount(field)`, called with what a reader does.
   */
  constructor(writer, reader) {
    Object.assign(this, { writer, reader, sides: [], shown: [] });
  }

  /** Show the rules of a reading. */
  build(sides) {
    if (sides === this.sides) return;
    this.sides = sides;
    const box = find("rules-list");
    box.replaceChildren();
    this.shown = sides.map((side, place) => this.side(side, place, sides.findIndex(({ rule }) => rule === side.rule) === place, box));
    find("rules").hidden = !sides.length;
  }

  side(side, place, first, box) {
    const row = make("div", { className: "row" });
    const field = make("input", { id: `rule-${place}`, inputMode: "decimal", autocomplete: "off" });
    const label = make("label", { htmlFor: field.id, textContent: side.label, title: side.name });
    const turn = make("input", { type: "checkbox", className: "turn" });
    turn.setAttribute("aria-label", this.writer.say("desk applies", { name: side.name }));
    turn.addEventListener("change", () => this.reader.turn(side.rule, turn.checked));
    const steps = [[-1, "−", "desk less"], [1, "+", "desk more"]].map(([way, sign, word]) => {
      const button = make("button", { type: "button", textContent: sign });
      button.setAttribute("aria-label", this.writer.say(word, { name: side.label }));
      button.addEventListener("click", () => this.step(place, way));
      return button;
    });
    field.addEventListener("change", () => {
      const typed = this.reader.amount(field);
      if (typed !== null) this.reader.change(side.rule, side.field, over(typed, fraction(side.scale)));
    });
    const stepper = make("span", { className: "step" });
    stepper.append(steps[0], field, steps[1]);
    if (!first) turn.classList.add("unseen"), turn.disabled = true;
    row.append(turn, label, stepper);
    box.append(row);
    return { side, field, turn, steps, row };
  }

  step(place, way) {
    const { side, value } = this.shown[place];
    const next = add(shownValue(side, value), way > 0 ? ONE : [-1n, 1n]);
    this.reader.change(side.rule, side.field, over(compare(next, ZERO) < 0 ? ZERO : next, fraction(side.scale)));
  }

  draw(rules, conflict) {
    for (const each of this.shown) {
      const { side, field, turn, steps, row } = each;
      const change = own(rules, side.rule);
      each.value = change[side.field] ?? fraction(side.value);
      refill(field, this.writer.field(shownValue(side, each.value)));
      field.classList.toggle("changed", Boolean(change[side.field]) && !equal(each.value, fraction(side.value)));
      turn.checked = !change.off;
      for (const part of [field, ...steps]) part.disabled = Boolean(change.off);
      row.classList.toggle("off", Boolean(change.off));
      row.classList.toggle("conflict", conflict.includes(side.rule));
    }
  }
}

/** Chips for what is held, and for the minimums that the plan itself has. */
export class Chips {
  /** @param reader `letGo(places)`, `show(place)` and `mend(place, amount)`, called with what a reader does. */
  constructor(writer, data, reader) { Object.assign(this, { writer, data, reader, drawn: null }); }

  /** What is to stand there: texts, and what a press does. */
  told(lines, bounds, found) {
    return this.data.owners.flatMap((owner) => {
      const { name, places } = owner;
      const changes = changesOf(this.data, lines, owner);
      const held = changes.some(wayOf);
      const least = places.flatMap((place, at) => (bounds[place].lower[0] && !changes[at].keep ? [{ minimum: bounds[place].lower }] : []));
      const texts = held ? heldText(this.writer, name, changes.map((change) => ({ ...change, weight: undefined })))
        : least.length ? heldText(this.writer, name, least) : [];
      const stuck = found?.conflict?.find(({ line }) => places.includes(line))?.line;
      const repair = found?.repairs?.find(({ line }) => places.includes(line));
      return texts.map((text) => ({ text, owner, held, stuck: stuck !== undefined, repair }));
    });
  }

  draw(lines, bounds, found) {
    const told = this.told(lines, bounds, found);
    const key = JSON.stringify(told.map(({ text, held, stuck, repair }) => [text, held, stuck, repair && this.writer.short(repair.at)]));
    if (key === this.drawn) return;
    this.drawn = key;
    const box = find("chips");
    const focused = document.activeElement?.closest?.("#chips") ? document.activeElement.dataset.line : null;
    box.replaceChildren(...told.flatMap((each) => this.chip(each)));
    find("chips-none").hidden = told.length > 0;
    if (focused !== null) ([...box.children].find(({ dataset }) => dataset.line === focused) ?? box.children[0] ?? find("typed")).focus();
  }

  chip({ text, owner: { name, places }, held, stuck, repair }) {
    const chip = make("button", { type: "button", className: `chip${held ? "" : " given"}${stuck ? " stuck" : ""}`, textContent: held ? `${text} ✕` : text });
    chip.dataset.line = this.data.lines[places[0]].id;
    chip.setAttribute("aria-label", this.writer.say(held ? "desk let go" : "desk to line", { text }));
    chip.addEventListener("click", () => (held ? this.reader.letGo(places) : this.reader.show(places[0])));
    if (!repair) return [chip];
    const amount = this.writer.short(repair.at);
    const mend = make("button", { type: "button", className: "chip mend", textContent: this.writer.say("desk make", { amount }) });
    mend.setAttribute("aria-label", this.writer.say("desk make line", { name, amount }));
    mend.addEventListener("click", () => this.reader.mend(repair.line, repair.at));
    return [chip, mend];
  }
}

/** The results, each with what it was in the briefing where that is another. */
export function drawResults(writer, now, before, changed) {
  for (const [key, text] of Object.entries(now)) {
    put(find(`result-${key}`), text);
    put(find(`was-${key}`), changed && text !== before[key] ? writer.say("desk was", { before: before[key] }) : "");
  }
}

/** The weights of all lines, made when they are first opened. */
export class Weights {
  /** @param reader `weigh(places, weight)`, `amount(field)` and `redraw()`. */
  constructor(writer, data, reader) {
    Object.assign(this, { writer, data, reader, fields: null });
    this.box = find("weights");
    this.box.addEventListener("toggle", () => { if (this.box.open) reader.redraw(); });
  }

  draw(lines, bounds) {
    if (!this.box.open) return;
    this.fields ??= this.data.owners.map(({ name, places }, at) => {
      const field = make("input", { id: `weight-${at}`, inputMode: "decimal", autocomplete: "off", className: "cell" });
      field.addEventListener("change", () => {
        const typed = this.reader.amount(field, "1");
        if (typed !== null) this.reader.weigh(places, typed);
      });
      const row = make("div", { className: "row" });
      row.append(make("label", { htmlFor: field.id, textContent: name }), field);
      find("weights-list").append(row);
      return field;
    });
    this.data.owners.forEach((owner, at) => {
      const changes = changesOf(this.data, lines, owner);
      const weights = owner.places.map((place, each) => changes[each].weight ?? bounds[place].weight);
      const field = this.fields[at];
      refill(field, weights.every((each) => equal(each, weights[0])) ? this.writer.field(weights[0]) : "…");
      field.classList.toggle("changed", changes.some(({ weight }) => weight !== undefined));
    });
  }
}

/** One step of the slider: 1, 2 or 5 times a power of ten, some two to five hundred of them end to end. */
export function stepOf(low, high) {
  const length = minus(high, low);
  const wanted = times(length[0] ? length : high[0] ? high : ONE, [1n, 500n]);
  let power = ONE;
  while (compare(power, wanted) > 0) power = times(power, [1n, 10n]);
  while (compare(times(power, [10n, 1n]), wanted) <= 0) power = times(power, [10n, 1n]);
  return [1n, 2n, 5n, 10n].map((each) => times(power, [each, 1n])).find((each) => compare(each, wanted) >= 0);
}
