// The rail beside the table: rules as steppers, what is held as chips, weights, and the results with what they were.
import { ONE, ZERO, add, compare, equal, fraction, minus, over, times } from "./fraction.js";
import { find, make, wayOf } from "./table.js";

const own = (changes, id) => (Object.hasOwn(changes, id) ? changes[id] : {});

/** What changes a change's text into: of a line as in a list of what was changed. */
export function lineText(writer, name, change) {
  const way = wayOf(change);
  const found = [];
  if (way === "between") found.push(writer.say("desk is between", { name, low: writer.short(change.minimum), high: writer.short(change.maximum) }));
  else if (way) found.push(writer.say(`desk is ${way}`, { name, value: writer.short(change[way]) }));
  if (change.weight) found.push(writer.say("desk is weight", { name, value: writer.short(change.weight) }));
  return found;
}

/** A rule's side as it is shown: how much of what, in hundredths or percents where it is a ratio. */
export const shownValue = ({ scale }, value) => times(value, fraction(scale));

/** Show a text in a field, unless somebody is typing another one there. */
export function refill(field, text) {
  if (document.activeElement === field && field.dataset.shown !== field.value) return;
  if (field.value !== text) field.value = text;
  field.dataset.shown = text;
}

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
export function drawChips(writer, data, lines, minimums, found, reader) {
  const box = find("chips");
  const focused = document.activeElement?.closest?.("#chips") ? document.activeElement.dataset.line : null;
  const chips = data.lines.flatMap(({ id, name }, place) => {
    const change = own(lines, id);
    const way = wayOf(change);
    const stuck = found?.conflict?.some(({ line }) => line === place);
    const repair = found?.repairs?.find(({ line }) => line === place);
    const texts = way ? lineText(writer, name, { ...change, weight: undefined })
      : minimums[place][0] && !change.keep ? [writer.say("desk is minimum", { name, value: writer.short(minimums[place]) })] : [];
    return texts.flatMap((text) => {
      const chip = make("button", { type: "button", className: `chip${way ? "" : " given"}${stuck ? " stuck" : ""}`, textContent: way ? `${text} ✕` : text });
      chip.dataset.line = id;
      chip.setAttribute("aria-label", writer.say(way ? "desk let go" : "desk to line", { text }));
      chip.addEventListener("click", () => (way ? reader.letGo(id) : reader.show(place)));
      if (!repair) return [chip];
      const mend = make("button", { type: "button", className: "chip mend", textContent: writer.say("desk make", { amount: writer.short(repair.at) }) });
      mend.setAttribute("aria-label", writer.say("desk make line", { name, amount: writer.short(repair.at) }));
      mend.addEventListener("click", () => reader.mend(place, repair.at));
      return [chip, mend];
    });
  });
  box.replaceChildren(...chips);
  find("chips-none").hidden = chips.length > 0;
  if (focused !== null) [...box.children].find(({ dataset }) => dataset.line === focused)?.focus();
}

/** The results, each with what it was in the briefing where that is another. */
export function drawResults(writer, now, before, changed) {
  for (const [key, text] of Object.entries(now)) {
    find(`result-${key}`).textContent = text;
    find(`was-${key}`).textContent = changed && text !== before[key] ? writer.say("desk was", { before: before[key] }) : "";
  }
}

/** The weights of all lines, made when they are first opened. */
export class Weights {
  constructor(writer, data, reader) {
    Object.assign(this, { writer, data, reader, fields: null });
    this.box = find("weights");
    this.box.addEventListener("toggle", () => { if (this.box.open) reader.redraw(); });
  }

  draw(lines, weights) {
    if (!this.box.open) return;
    this.fields ??= this.data.lines.map(({ id, name }, place) => {
      const field = make("input", { id: `weight-${place}`, inputMode: "decimal", autocomplete: "off", className: "cell" });
      field.addEventListener("change", () => {
        const typed = this.reader.amount(field);
        if (typed !== null) this.reader.weigh(id, place, typed);
      });
      const row = make("div", { className: "row" });
      row.append(make("label", { htmlFor: field.id, textContent: name }), field);
      find("weights-list").append(row);
      return field;
    });
    this.data.lines.forEach(({ id }, place) => {
      const { weight } = own(lines, id);
      const field = this.fields[place];
      if (document.activeElement !== field) field.value = this.writer.field(weight ?? weights[place]);
      field.classList.toggle("changed", weight !== undefined);
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
