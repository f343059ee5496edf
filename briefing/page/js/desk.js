// The desk: what a reader does becomes a state, a state becomes a question, and its proved answer is drawn, once a frame.
import { compare, equal, fraction, least, most, number, reduced, times, written } from "./fraction.js";
import { Solver, Steps } from "./engine.js";
import { figures, heading, holder, largestShift, neck, refusal } from "./findings.js";
import { proposalRows, save, tableRows } from "./going.js";
import { Writer, amountTyped, decimal, printed } from "./numbers.js";
import { Rules, Weights, drawChips, drawResults, lineText, refill, shownValue, stepOf } from "./rail.js";
import { History, address, asked, changed, command, fromAddress, home, same, unchanged } from "./state.js";
import { Measures, find, wayOf } from "./table.js";

const data = JSON.parse(document.getElementById("data").textContent);
data.home = fraction(data.home);
data.charges = data.charges?.map(fraction) ?? null;
const writer = new Writer(data);
const asks = data.readings.map((reading) => reading.proposed.map(fraction));
const proposals = data.proposals.map(({ amounts }) => amounts?.map(fraction) ?? null);
const ends = data.readings.map(({ low, high }) => [fraction(low), fraction(high)]);
const names = data.lines.map(({ name }) => name);
const live = Boolean(data.readings[0].sides);
const bounds = data.readings.map(({ program }) => program?.lines.map((line) => {
  const [, lower, upper, weight] = line.map(fraction);
  return { lower, upper, weight };
}));
const SLOW = 100, QUIET = 500;

const history_ = new History(fromAddress(data, location.hash));
let found = null;
let base = null;
let drawnIn = null;
let frame = 0;
let slow = 0;
let resting = 0;

const state = () => history_.now;
const set = (next, key) => {
  history_.push(next, key);
  follow();
};

// ---- Asking ----
const steps = live ? null : data.readings.map((reading) => new Steps(reading.steps));
const exact = data.exact.map(fraction);
let solver = null;
try {
  solver = live ? new Solver(find("solver").textContent, data.readings.map(({ program }) => program), heard) : null;
} catch (error) {
  find("proof").textContent = writer.say("desk not proved", { why: String(error.message) });
}

/** What the steps of a ladder say at a state. */
function answered(now) {
  const { amounts, told } = steps[now.reading].at(now.ceiling);
  return { state: now, amounts, told, ...figures(amounts, asks[now.reading], now.ceiling, data.charges) };
}

/** The state has changed: show it in the fields, and ask what it comes to. */
function follow() {
  const now = state();
  keepAddress();
  if (live) {
    clearTimeout(slow);
    slow = setTimeout(() => document.body.classList.add("proving"), SLOW);
    solver?.ask({ program: now.reading, changes: asked(data, now), state: now });
  } else {
    now.ceiling = most(now.ceiling, ends[now.reading][0]);
    found = answered(now);
  }
  redraw();
}

/** An answer of the solver; the first is about the briefing itself and has to be the one that the briefing gives. */
function heard(answer, { state: about }) {
  const amounts = answer.amounts?.map(fraction) ?? null;
  const given = { ...answer, state: about, amounts };
  for (const key of ["most", "possible", "lowest"]) if (answer[key]) given[key] = fraction(answer[key]);
  if (answer.repairs) given.repairs = answer.repairs.map(({ line, from, at }) => ({ line, at: downTo(fraction(at), fraction(from)) }));
  if (amounts) Object.assign(given, figures(amounts, asks[about.reading], about.ceiling, data.charges));
  if (base === null) {
    const alike = amounts !== null && amounts.every((each, line) => equal(each, exact[line]));
    base = alike ? given : { ...given, failed: given.failed ?? writer.say("desk unlike") };
  }
  if (base.failed !== undefined) given.failed = base.failed;
  if (!same(about, state())) return;
  clearTimeout(slow);
  found = given;
  document.body.classList.remove("proving");
  if (drawnIn === null) draw();
  else redraw();
}

/** An amount rounded down as the table prints it, if that is not too little. */
function downTo(amount_, from) {
  const power = 10n ** BigInt(data.decimals);
  const down = reduced((amount_[0] * power) / amount_[1], power);
  return compare(down, from) < 0 ? amount_ : down;
}

// ---- Drawing, once a frame ----
function redraw() {
  if (!frame) frame = requestAnimationFrame(draw);
}

function draw() {
  cancelAnimationFrame(frame);
  frame = 0;
  drawnIn ??= requestAnimationFrame(() => { drawnIn = null; });
  drawControls();
  if (found !== null) drawAnswer();
}

const limitName = ({ rule, line, end }) => {
  if (rule === "ceiling") return writer.say("desk neck ceiling");
  const change = rule === undefined ? state().lines[data.lines[line].id] : null;
  if (change?.keep) return lineText(writer, names[line], { keep: change.keep })[0];
  return rule === undefined ? writer.say(`desk limit ${end}`, { name: names[line] }) : data.readings[state().reading].names[rule];
};

/** What was changed, a text each. */
function changesTold() {
  const { ceiling, reading, lines, rules } = state();
  const told = [];
  if (!equal(ceiling, data.home)) told.push(writer.say("desk is ceiling", { value: writer.money(ceiling) }));
  if (reading) told.push(writer.say("desk is reading", { name: data.readings[reading].name }));
  const { sides = [] } = data.readings[reading];
  for (const [id, change] of Object.entries(rules)) {
    const of = sides.filter(({ rule }) => rule === id);
    if (change.off) told.push(writer.say("desk is off", { name: of[0]?.name ?? id }));
    else for (const side of of) if (change[side.field]) told.push(writer.say("desk is rule", { name: side.label, value: writer.short(shownValue(side, change[side.field])) }));
  }
  data.lines.forEach(({ id, name }) => { if (Object.hasOwn(lines, id)) told.push(...lineText(writer, name, lines[id])); });
  return told;
}

/** The three results of an answer. */
const results = (of) => ({
  lowest: of.lowest === null ? "–" : writer.least(of.lowest),
  unspent: writer.money(of.unspent),
  neck: of.told && !of.fits ? of.told.neck : neck(writer, of, limitName),
});

function drawAnswer() {
  const { reading, proposal, ceiling, lines } = found.state;
  const atHome = unchanged(data, found.state);
  const failed = found.failed !== undefined;
  const amounts = failed ? null : found.amounts;
  const given = proposals[proposal] ?? asks[reading];
  const conflict = failed ? [] : (found.conflict ?? []);
  measures.draw({
    amounts, given, home: atHome && !failed, plain: !reading && !proposal, variant: writer.say("desk variant"), lines,
    conflict: conflict.flatMap(({ line }) => (line === undefined ? [] : [line])),
  });
  rules?.draw(state().rules, conflict.map(({ rule }) => rule));
  find("table-note").textContent = atHome ? "" : writer.say("live amounts", { decimals: data.decimals });
  const none = { lowest: "–", unspent: "–", neck: "–" };
  let now = none, told = { heading: "", why: "" };
  if (failed) told = { heading: writer.say("desk failed"), why: writer.say("desk not proved", { why: found.failed }) };
  else if (amounts === null) told = refusal(writer, found, ceiling, limitName);
  else {
    now = results(found);
    const shift = largestShift(writer, amounts, given, names, data.proposals[proposal].name);
    const held = found.told ? (found.fits ? writer.say("hold nothing") : found.told.held.replaceAll("€ ", "€\u00a0")) : holder(writer, found, limitName);
    told = { heading: heading(writer, ceiling, found), why: `${held} ${shift}` };
  }
  drawResults(writer, now, base === null ? none : results(base), !atHome);
  const proof = find("proof");
  proof.textContent = failed ? writer.say("desk unproved") : live ? writer.say(amounts ? "desk proved" : "desk refuted") : writer.say("desk by steps");
  proof.className = failed ? "proof stuck" : "proof";
  document.body.classList.toggle("variant", !atHome);
  document.body.classList.toggle("nothing", amounts === null);
  find("variant").hidden = atHome && !failed;
  find("variant-answer").textContent = told.heading;
  find("variant-why").textContent = told.why;
  const what = changesTold();
  find("variant-what").textContent = what.length ? writer.say("desk changed", { changes: what.join("; ") }) : "";
  if (live) drawChips(writer, data, lines, bounds[reading].map(({ lower }) => lower), failed ? null : found, reader);
  find("peek-ceiling").textContent = writer.say("desk peek", { ceiling: writer.money(ceiling) });
  find("peek-result").textContent = amounts === null ? told.heading : writer.say("desk peek least", { lowest: now.lowest, unspent: now.unspent });
  for (const button of ["csv", "save"]) if (find(button)) find(button).disabled = amounts === null;
  document.body.dataset.shown = address(data, found.state);
  say(atHome ? writer.say("live home", { ceiling: writer.money(ceiling) }) : `${told.heading} ${told.why}`);
  moveCharts(atHome);
}

/** The charts of the reading that is shown; their marker stands at the ceiling as long as nothing else was changed. */
function moveCharts(atHome) {
  const { ceiling, reading, lines, rules: changes } = found.state;
  const other = Object.keys(lines).length + Object.keys(changes).length > 0;
  for (const part of document.querySelectorAll("[data-reading]")) {
    part.toggleAttribute("hidden", Number(part.dataset.reading) !== reading);
    if (!part.matches("svg") || part.hasAttribute("hidden")) continue;
    const [low, high, left, right] = ["low", "high", "left", "right"].map((key) => Number(part.dataset[key]));
    const at = Math.min(1, Math.max(0, (number(other && !atHome ? data.home : ceiling) - low) / (high - low)));
    for (const end of ["x1", "x2"]) part.querySelector(".marker").setAttribute(end, left + (right - left) * at);
  }
}

/** What a screen reader is told: the newest answer, and no more than two a second. */
let silence = 0, unsaid = null;
function say(text) {
  if (silence) { unsaid = text; return; }
  if (find("said").textContent !== text) find("said").textContent = text;
  silence = setTimeout(() => {
    silence = 0;
    if (unsaid !== null) say(unsaid);
    unsaid = null;
  }, QUIET);
}

// ---- The fields of the rail ----
const slider = find("slider"), field = find("typed");
let grid;
const floor = ([n, d]) => n / d;
const per = (value) => Number(floor(times(value, [grid[1], grid[0]])));
const lowest = () => (live ? [0n, 1n] : ends[state().reading][0]);
const highest = () => {
  const top = most(ends[state().reading][1], data.home);
  return times(grid, [floor(times(top, [grid[1], grid[0]])) + 20n, 1n]);
};

function drawControls() {
  const now = state();
  const [low, high] = ends[now.reading];
  grid = stepOf(lowest(), high);
  slider.min = per(lowest());
  slider.max = per(highest());
  slider.step = 1;
  if (per(now.ceiling) !== Number(slider.value)) slider.value = per(now.ceiling);
  slider.setAttribute("aria-valuetext", writer.money(now.ceiling));
  refill(field, writer.field(now.ceiling));
  field.classList.toggle("changed", !equal(now.ceiling, data.home));
  const asked_ = asks[now.reading].reduce((total, each) => [total[0] * each[1] + each[0] * total[1], total[1] * each[1]], [0n, 1n]);
  for (const [key, value] of Object.entries({ lowest: low, home: data.home, asked: asked_ })) {
    const tick = find(`tick-${key}`);
    const at = (number(value) - number(lowest())) / (number(highest()) - number(lowest()));
    tick.style.left = `${Math.min(100, Math.max(0, 100 * at))}%`;
    tick.querySelector("b").textContent = writer.short(value);
  }
  rules?.build(data.readings[now.reading].sides);
  rules?.draw(now.rules, []);
  weights?.draw(now.lines, bounds[now.reading].map(({ weight }) => weight));
  for (const key of ["reading", "proposal"]) if (find(key)) find(key).value = now[key];
  const changes = !same(now, home(data));
  for (const id of ["back", "back-banner"]) find(id).disabled = !changes;
  if (live) find("copy").disabled = command(data, now) === null;
  find("undo").disabled = history_.place === 0;
  find("redo").disabled = history_.place === history_.states.length - 1;
}

/** The address follows when the reader rests: a browser takes only so many in a row. */
function keepAddress() {
  const wanted = address(data, state());
  document.body.dataset.asked = wanted;
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (location.hash !== wanted) history.replaceState(null, "", wanted || location.pathname + location.search);
  }, SLOW);
}

function fault(text, at = null) {
  find("fault").textContent = text;
  for (const each of document.querySelectorAll("[aria-invalid=true]")) each.removeAttribute("aria-invalid");
  at?.setAttribute("aria-invalid", "true");
}

/** The amount that stands in a field; null, and said why, where it is none. */
function amount(at, example = `312${writer.sign}5`) {
  const ways = writer.ambiguous(at.value);
  if (ways !== null) return fault(writer.say("live two ways", ways), at) ?? null;
  const typed_ = amountTyped(at.value);
  if (typed_ === null) return fault(writer.say("live not a number", { example }), at) ?? null;
  fault("");
  return typed_;
}

function typeCeiling() {
  const ceiling = amount(field);
  if (ceiling === null) return;
  if (compare(ceiling, lowest()) < 0) return fault(writer.say("live too low", { low: writer.money(lowest()) }), field);
  if (!live && compare(ceiling, highest()) > 0) return fault(writer.say("live too high", { high: writer.money(highest()) }), field);
  field.dataset.shown = field.value;
  set({ ...state(), ceiling });
}

// ---- What a reader does ----
const line = (place) => data.lines[place].id;
const without = (change, ...fields) => Object.fromEntries(Object.entries(change).filter(([key]) => !fields.includes(key)));
const held = (id, change) => {
  fault("");
  const before = Object.hasOwn(state().lines, id) ? state().lines[id] : {};
  set(changed(state(), "lines", id, { ...without(before, "keep", "minimum", "maximum"), ...change }));
};
const reader = {
  amount,
  fault,
  redraw,
  asks: (place) => written(asks[state().reading][place]),
  lock(place) {
    const before = Object.hasOwn(state().lines, line(place)) ? state().lines[line(place)] : {};
    if (wayOf(before)) return held(line(place), {});
    if (!found?.amounts) return undefined;
    const { lower, upper } = bounds[state().reading][place];
    return held(line(place), { keep: most(lower, least(upper, printed(found.amounts[place], data.decimals))) });
  },
  hold: (place, change) => held(line(place), change),
  letGo: (id) => held(id, {}),
  mend(place, at) {
    const before = Object.hasOwn(state().lines, line(place)) ? state().lines[line(place)] : {};
    held(line(place), before.keep ? { keep: at } : { ...without(before, "weight"), minimum: at });
  },
  weigh(id, place, weight) {
    const before = Object.hasOwn(state().lines, id) ? state().lines[id] : {};
    const plain = equal(weight, bounds[state().reading][place].weight);
    set(changed(state(), "lines", id, plain ? without(before, "weight") : { ...before, weight }));
  },
  show(place) {
    const { row, lock } = measures.rows.find((each) => each.line === place);
    row.scrollIntoView({ block: "center" });
    lock?.focus();
  },
};
const changeRule = (rule, change) => {
  fault("");
  const before = Object.hasOwn(state().rules, rule) ? state().rules[rule] : {};
  const plain = (side) => change[side.field] && equal(change[side.field], fraction(side.value));
  const back = data.readings[state().reading].sides.filter((side) => side.rule === rule && plain(side)).map((side) => side.field);
  set(changed(state(), "rules", rule, without({ ...before, ...change }, ...back)));
};

const measures = new Measures(data, writer, reader);
const rules = live ? new Rules(writer, {
  amount: (at) => amount(at, "10"),
  change: (rule, of, value) => changeRule(rule, { [of]: value }),
  turn: (rule, on) => set(changed(state(), "rules", rule, on ? {} : { off: true })),
}) : null;
const weights = live ? new Weights(writer, data, reader) : null;

slider.addEventListener("input", () => {
  fault("");
  set({ ...state(), ceiling: most(lowest(), times(grid, [BigInt(slider.value), 1n])) }, "slider");
});
slider.addEventListener("change", () => history_.rest());
field.addEventListener("change", typeCeiling);
for (const key of ["reading", "proposal"]) {
  find(key)?.addEventListener("change", ({ target }) => {
    fault("");
    set({ ...state(), [key]: Number(target.value) });
  });
}
for (const id of ["back", "back-banner"]) {
  find(id).addEventListener("click", () => {
    fault("");
    set(home(data));
    slider.focus();
  });
}
const move = (by) => { if (history_.move(by)) follow(); };
find("undo").addEventListener("click", () => move(-1));
find("redo").addEventListener("click", () => move(1));
addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key === "Enter" && target.matches?.("input:not([type=range], [type=checkbox])")) target.dispatchEvent(new Event("change"));
  if (key === "Escape" && find("desk").classList.contains("open")) peek();
  const typing = target.matches?.("input:not([type=range], [type=checkbox])") && target.value !== (target.dataset.shown ?? target.value);
  if (!(event.ctrlKey || event.metaKey) || event.altKey || typing) return;
  const by = key === "z" && !event.shiftKey ? -1 : key === "y" || (key.toLowerCase() === "z" && event.shiftKey) ? 1 : 0;
  if (!by) return;
  event.preventDefault();
  move(by);
});

// ---- What goes out ----
const fileName = (kind) => `flessenhals-${kind}${(decimal(state().ceiling) ?? written(state().ceiling)).replace("/", "-")}.csv`;
find("csv").addEventListener("click", () => {
  save(tableRows(data, proposals[state().proposal] ?? asks[state().reading], found.amounts), fileName(""));
});
find("save").addEventListener("click", () => save(proposalRows(data, found.amounts), fileName(`${data.words.proposal}-`)));
find("copy")?.addEventListener("click", async () => {
  const text = command(data, state());
  find("command").hidden = false;
  find("command").textContent = text;
  try {
    await navigator.clipboard.writeText(text);
    find("copy").textContent = writer.say("desk copied");
    setTimeout(() => { find("copy").textContent = writer.say("desk copy"); }, 2000);
  } catch {
    getSelection()?.selectAllChildren(find("command"));
  }
});
find("print").addEventListener("click", () => print());
function peek() {
  const open = find("desk").classList.toggle("open");
  find("peek").setAttribute("aria-expanded", String(open));
  find("peek-word").textContent = writer.say(open ? "desk close" : "desk heading");
}
find("peek").addEventListener("click", peek);
addEventListener("hashchange", () => set(fromAddress(data, location.hash)));

find("desk").hidden = false;
document.body.classList.add("live");
if (!live) base = answered(home(data));
if (live) solver?.ask({ program: 0, changes: asked(data, home(data)), state: home(data), always: true });
follow();
