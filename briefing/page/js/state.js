// What a reader changed, and its forms: the address of the page, a command, the question for the worker. A state is
//
//   ceiling, reading, proposal, lines: {id: {keep | minimum, maximum, weight}}, rules: {id: {off | field: value}}
//
// Lines and rules stand in it by id, because readings differ in their order; numbers are fractions. What an address says is
// a stranger's text: only what it may say is taken from it.
import { compare, equal, fraction, reduced, times, written } from "./fraction.js";
import { HUNDRED, amountTyped, decimal, typed } from "./numbers.js";

const LINE_FIELDS = ["keep", "minimum", "maximum", "weight"];
const MOST_TEXT = 20000;

/** The state of the briefing itself. */
export const home = (data) => ({ ceiling: data.home, reading: 0, proposal: 0, lines: {}, rules: {} });

/** Whether nothing was changed that the answer depends on. */
export const unchanged = (data, { ceiling, reading, lines, rules }) =>
  reading === 0 && equal(ceiling, data.home) && !Object.keys(lines).length && !Object.keys(rules).length;

export const same = (one, other) => JSON.stringify(one, plain) === JSON.stringify(other, plain);
const plain = (key, value) => (typeof value === "bigint" ? String(value) : value);

/** A state with one line or rule changed; without a change where it is empty. */
export function changed(state, kind, id, change) {
  const { [id]: before, ...others } = state[kind];
  return { ...state, [kind]: Object.keys(change).length ? { ...others, [id]: change } : others };
}

/** Whether a line would be held between two amounts of which the first is above the second. */
export const crossed = ({ lower, upper }, { keep, minimum, maximum }) =>
  !keep && compare(minimum ?? lower, maximum ?? upper) > 0;

const inAddress = (value) => decimal(value) ?? written(value);
const part = (id, change) => Object.entries(change).reduce(
  (text, [field, value]) => `${text}:${field}${value === true ? "" : `:${inAddress(value)}`}`, id);

/** The state as the fragment of an address; nothing for the briefing itself. */
export function address(data, state) {
  const parts = [];
  if (!equal(state.ceiling, data.home)) parts.push(`c=${inAddress(state.ceiling)}`);
  if (state.reading) parts.push(`r=${data.readings[state.reading].id}`);
  if (state.proposal) parts.push(`p=${data.proposals[state.proposal].id}`);
  for (const [key, kind] of [["l", "lines"], ["q", "rules"]]) {
    const all = Object.entries(state[kind]).map(([id, change]) => part(id, change));
    if (all.length) parts.push(`${key}=${all.join(",")}`);
  }
  return parts.length ? `#${parts.join("&")}` : "";
}

/** What a text of an address is as a fraction; null where it is none. */
function value(text) {
  const found = /^(\d{1,15})\/(\d{1,15})$/.exec(text);
  if (!found) return amountTyped(text);
  return BigInt(found[2]) ? reduced(BigInt(found[1]), BigInt(found[2])) : null;
}

/** The changes of lines or rules in an address: of those that there are, in the fields that they have. */
function changes(text, known) {
  const found = {};
  for (const each of text.split(",")) {
    const [id, ...words] = each.split(":");
    const fields = known.get(id);
    const change = {};
    for (let place = 0; fields && place < words.length; place++) {
      if (!fields.includes(words[place])) continue;
      if (words[place] === "off") change.off = true;
      else {
        const given = value(words[place + 1] ?? "");
        if (given !== null) change[words[place]] = given;
      }
    }
    if (Object.keys(change).length) found[id] = change;
  }
  return found;
}

/** The state that an address says; what it does not say well is left as in the briefing. */
export function fromAddress(data, fragment) {
  const found = home(data);
  if (fragment.length > MOST_TEXT) return found;
  let text = "";
  try {
    text = decodeURIComponent(fragment.replace(/^#/, ""));
  } catch {
    return found;
  }
  const given = new Map(text.split("&").map((each) => [each.slice(0, 1), each.slice(1, 2) === "=" ? each.slice(2) : ""]));
  const place = (list, id) => Math.max(0, list.findIndex((each) => each.id === id));
  found.ceiling = value(given.get("c") ?? "") ?? data.home;
  found.reading = place(data.readings, given.get("r"));
  found.proposal = place(data.proposals, given.get("p"));
  const { sides } = data.readings[found.reading];
  if (!sides) return found;
  const lines = new Map(data.lines.filter((line) => !line.fixed).map(({ id }) => [id, LINE_FIELDS]));
  const rules = new Map();
  for (const { rule, field } of sides) rules.set(rule, [...(rules.get(rule) ?? ["off"]), field]);
  found.lines = changes(given.get("l") ?? "", lines);
  data.lines.forEach(({ id }, line) => {
    if (Object.hasOwn(found.lines, id) && crossed(data.bounds[found.reading][line], found.lines[id])) delete found.lines[id];
  });
  found.rules = changes(given.get("q") ?? "", rules);
  return found;
}

/** The changes as the worker is asked them: lines by their place, fractions as text. */
export function asked(data, { ceiling, lines, rules }) {
  const texts = (change) => Object.fromEntries(Object.entries(change).map(([key, each]) => [key, each === true ? each : written(each)]));
  return {
    ceiling: written(ceiling),
    lines: Object.fromEntries(data.lines.flatMap(({ id }, place) => (Object.hasOwn(lines, id) ? [[place, texts(lines[id])]] : []))),
    rules: Object.fromEntries(Object.entries(rules).map(([id, change]) => [id, texts(change)])),
  };
}

/** A ceiling as it is typed: an amount, the name of a path, or its amounts by year; null where it cannot be. */
function typedCeiling({ path }, ceiling) {
  if (!path) return typed(ceiling);
  if (equal(ceiling, [1n, 1n])) return path.typed;
  if (path.kinds.length) return null;
  const amounts = path.total.map((each) => typed(times(ceiling, fraction(each))));
  return amounts.includes(null) ? null : path.years.map((year, place) => `${year}=${amounts[place]}`).join(",");
}

/** The command that gives the same; null where a number has no end in decimals. */
export function command(data, { ceiling, reading, lines, rules }) {
  const { id: scenario, scenario: named, sides } = data.readings[reading];
  const at = typedCeiling(data, ceiling);
  const words = ["flessenhals", "allocate", at, ...(data.command ? [data.command] : [])];
  if (named) words.push("--scenario", scenario);
  const texts = [at];
  const set = (path, text) => { texts.push(text); words.push("--set", `${path}=${text}`); };
  for (const [id, change] of Object.entries(rules)) {
    if (change.off) set(`constraints.${id}`, "null");
    for (const { field, path, share } of (sides ?? []).filter(({ rule }) => rule === id && !change.off)) {
      if (!change[field]) continue;
      const text = typed(share ? times(change[field], HUNDRED) : change[field]);
      set(path, text === null ? null : text + (share ? "%" : ""));
    }
  }
  const changed_ = data.lines.filter(({ id }) => Object.hasOwn(lines, id)).map((line) => [line, lines[line.id]]);
  for (const [{ id, of, year }, change] of changed_) {
    for (const field of LINE_FIELDS.slice(1)) {
      if (change[field] && !(change.keep && field !== "weight")) set(of ? `lines.${of}.${field}.${year}` : `lines.${id}.${field}`, typed(change[field]));
    }
  }
  for (const [{ id, of, year }, { keep }] of changed_) {
    if (!keep) continue;
    texts.push(typed(keep));
    words.push("--keep", of ? `'{line: ${of}, year: ${year}}=${typed(keep)}'` : `${id}=${typed(keep)}`);
  }
  return texts.includes(null) ? null : [...words, "--lang", data.language].join(" ");
}

/** What was undone and can be done again: states in order, and where the reader is among them. */
export class History {
  constructor(first) { Object.assign(this, { states: [first], place: 0, key: null }); }

  get now() { return this.states[this.place]; }

  /** A next state; one with the key of the one before takes its place, as while a slider is dragged. */
  push(state, key = null) {
    if (same(state, this.now)) return;
    const merged = key !== null && key === this.key && this.place === this.states.length - 1;
    this.states = [...this.states.slice(0, merged ? this.place : this.place + 1), state].slice(-200);
    this.place = this.states.length - 1;
    this.key = key;
  }

  /** End what is merged. */
  rest() { this.key = null; }

  move(by) {
    const place = this.place + by;
    if (place < 0 || place >= this.states.length) return false;
    this.place = place;
    this.key = null;
    return true;
  }
}
