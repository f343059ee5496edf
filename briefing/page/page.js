// The slider of the page. Between two steps of the ladder each amount is a straight line, so every position is the exact
// optimum, without a solver.

// ---- What is shown ----
const readings = data.readings.map((reading) => ({
  ...reading,
  proposed: reading.proposed.map(fraction),
  steps: reading.steps.map((step) => ({
    ...step,
    ceiling: fraction(step.ceiling),
    amounts: step.amounts.map(fraction),
    rates: step.rates.map(fraction),
  })),
}));
const proposals = data.proposals.map((each) => ({ ...each, amounts: each.amounts?.map(fraction) ?? null }));
const home = { ceiling: fraction(data.home.ceiling), reading: 0, proposal: 0 };
const charges = data.charges?.map(fraction) ?? null;
const paid = (amounts) => (charges ? sum(amounts.map((each, line) => times(each, charges[line]))) : sum(amounts));
const state = { ...home };
const isHome = () => state.reading === 0 && state.proposal === 0 && compare(state.ceiling, home.ceiling) === 0;
const lowest = () => readings[state.reading].steps[0].ceiling;
const last = () => readings[state.reading].steps.at(-1).ceiling;

/** The optimal split at a ceiling, and what is said of it there. */
function split() {
  const { steps } = readings[state.reading];
  let place = steps.length - 1;
  while (compare(steps[place].ceiling, state.ceiling) > 0) place--;
  const step = steps[place];
  const above = minus(state.ceiling, step.ceiling);
  const amounts = step.amounts.map((each, line) => add(each, times(above, step.rates[line])));
  return { amounts, told: above[0] ? step.above : step.at };
}
const proposal = () => proposals[state.proposal].amounts ?? readings[state.reading].proposed;

// ---- The parts of the page that follow, and what stands in them at the ceiling of the briefing ----
const table = find("measures-table");
const cells = [...table.tBodies[0].rows].map((row) => [2, 3, 4].map((place) => row.cells[place]));
const message = [...document.querySelectorAll("#message li")];
const warnings = [...document.querySelectorAll("#message p")];
const figures = ["ceiling", "allocated", "unspent", "coverage"].map((id) => find(`figure-${id}`));
const why = document.querySelector("#why ul");
const bars = ["proposal", "optimum"].map((name) => [...document.querySelectorAll(`#shift rect.${name}`)].slice(0, data.lines.length));
const chart = find("shift");
const notes = [1, 2].map((place) => find(`measures-table-note-${place}`));
const first = {
  cells: cells.map((row) => row.map((cell) => cell.textContent)),
  message: message.map((item) => item.textContent),
  figures: figures.map((item) => item.textContent),
  notes: notes.map((note) => note.textContent),
  why: [...why.children].map((item) => item.textContent),
  bars: bars.map((kind) => kind.map((bar) => bar.getAttribute("width"))),
};
const items = (texts) => texts.map((text) => {
  const item = document.createElement("li");
  item.textContent = text.replaceAll("€ ", "€\u00a0");
  return item;
});

function sentences(amounts, told) {
  const asked = readings[state.reading].proposed;
  const coverages = asked.map((each, line) => (each[0] ? times(amounts[line], [each[1], each[0]]) : null)).filter(Boolean);
  const covered = coverages.length ? coverages.reduce((a, b) => (compare(a, b) <= 0 ? a : b)) : null;
  const total = paid(amounts);
  const unspent = minus(state.ceiling, total);
  const fits = covered !== null && asked.every((each, line) => compare(amounts[line], each) >= 0);
  const empty = asked.filter((each, line) => each[0] && !amounts[line][0]).length;
  const least = empty ? say(empty === 1 ? "least nothing" : "least nothings", { count: empty }) : say("least share", { lowest: covered && leastShare(covered) });
  const shifts = proposal().map((each, line) => minus(amounts[line], each));
  const largest = shifts.reduce((best, each, line) => (compare(size(each), size(shifts[best])) > 0 ? line : best), 0);
  const shift = shifts[largest];
  return {
    figures: [state.ceiling, total, unspent].map(money).concat(covered === null ? "–" : leastShare(covered)),
    message: [
      say(told.used, { ceiling: money(state.ceiling), total: money(total), unspent: money(unspent), least }),
      say(shift[0] ? (shift[0] < 0n ? "shift less" : "shift more") : "shift none", {
        proposal: proposals[state.proposal].name,
        name: data.lines[largest].name,
        before: money(proposal()[largest]),
        after: money(amounts[largest]),
        size: money(size(shift)),
      }),
      (fits || covered === null ? data.words["hold nothing"] : told.held).replaceAll("€ ", "€\u00a0"),
    ],
  };
}

/** What a row of the table adds up: its lines, or in the last two what others pay and what the ceiling pays. */
function of(row, lines, amounts) {
  const whole = sum(lines.map((line) => amounts[line]));
  const extra = charges ? data.rows.length - row : 0;
  if (extra === 1) return paid(amounts);
  return extra === 2 ? minus(whole, paid(amounts)) : whole;
}

/** Move a chart's marker to the ceiling; to the edge where it lies beyond. */
function mark(drawing) {
  const [low, high, left, right] = ["low", "high", "left", "right"].map((key) => Number(drawing.dataset[key]));
  const part = Math.min(1, Math.max(0, (number(state.ceiling) - low) / (high - low)));
  for (const end of ["x1", "x2"]) drawing.querySelector(".marker").setAttribute(end, left + (right - left) * part);
}

function show() {
  const { amounts, told } = split();
  const atHome = isHome();
  const given = proposal();
  const now = atHome ? first : sentences(amounts, told);
  message.forEach((item, place) => { item.textContent = now.message[place]; });
  warnings.forEach((item) => item.toggleAttribute("hidden", !atHome));
  figures.forEach((item, place) => { item.textContent = now.figures[place]; });
  figures[0].dataset.exact = written(state.ceiling);
  why.replaceChildren(...items(atHome ? first.why : told.why));
  data.rows.forEach((lines, row) => {
    const [before, after] = [given, amounts].map((split_) => of(row, lines, split_));
    const decimals = data.decimals;
    const texts = [amount(before, decimals), amount(after, decimals), change(minus(after, before), decimals)];
    cells[row].forEach((cell, place) => { cell.textContent = atHome ? first.cells[row][place] : texts[place]; });
    cells[row][1].dataset.exact = written(after);
  });
  const longest = Number(chart.dataset.longest);
  const most = Number(chart.dataset.most);
  [given, amounts].forEach((split_, kind) => bars[kind].forEach((bar, line) => {
    const width = Math.min(longest, (longest * number(split_[line])) / most);
    bar.setAttribute("width", atHome ? first.bars[kind][line] : width);
  }));
  for (const part of document.querySelectorAll("[data-reading]")) {
    part.toggleAttribute("hidden", Number(part.dataset.reading) !== state.reading);
    if (part.matches("svg")) mark(part);
  }
  notes.forEach((note, place) => {
    const live = [proposals[state.proposal].note, say("live amounts", { decimals: data.decimals })];
    note.textContent = atHome ? first.notes[place] : live[place];
  });
  find("state").textContent = atHome
    ? say("live home", { ceiling: money(state.ceiling) })
    : say("live state", { ceiling: money(state.ceiling), reading: readings[state.reading].name, home: money(home.ceiling) });
  controls();
}

// ---- The controls ----
const slider = find("slider");
const typed = find("typed");
const choices = { reading: find("reading"), proposal: find("proposal") };
let grid;

/** One step of the slider: 1, 2 or 5 times a power of ten, some two to five hundred of them end to end. */
function steps() {
  const length = minus(last(), lowest());
  const wanted = times(length[0] ? length : last()[0] ? last() : [1n, 1n], [1n, 500n]);
  let power = [1n, 1n];
  while (compare(power, wanted) > 0) power = times(power, [1n, 10n]);
  while (compare(times(power, [10n, 1n]), wanted) <= 0) power = times(power, [10n, 1n]);
  return [1n, 2n, 5n, 10n].map((each) => times(power, [each, 1n])).find((each) => compare(each, wanted) >= 0);
}
const floor = ([n, d]) => n / d;
const highest = () => {
  const top = compare(last(), home.ceiling) > 0 ? last() : home.ceiling;
  return times(grid, [floor(times(top, [grid[1], grid[0]])) + 20n, 1n]);
};

function controls() {
  grid = steps();
  const per = (value) => Number(floor(times(value, [grid[1], grid[0]])));
  slider.min = per(lowest());
  slider.max = per(highest());
  slider.step = 1;
  slider.value = per(state.ceiling);
  slider.setAttribute("aria-valuetext", money(state.ceiling));
  if (document.activeElement !== typed) typed.value = short(state.ceiling).replaceAll(other, "");
  for (const [key, choice] of Object.entries(choices)) if (choice) choice.value = state[key];
  find("back").disabled = isHome();
  const hash = isHome() ? "" : `#${new URLSearchParams({ c: decimal(state.ceiling), r: readings[state.reading].id, p: proposals[state.proposal].id })}`;
  if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
}
/** A ceiling as it stands in the address: with a point, and as a fraction where decimals have no end. */
function decimal(value) {
  for (let places = 0; places <= 12; places++) {
    if (10n ** BigInt(places) % value[1] === 0n) {
      const { whole, part } = rounded(value, places);
      return part ? `${whole}.${part}` : whole;
    }
  }
  return written(value);
}

function clamped(ceiling) {
  return compare(ceiling, lowest()) < 0 ? lowest() : ceiling;
}
function fault(text) {
  find("typed-fault").textContent = text;
  typed.setAttribute("aria-invalid", text ? "true" : "false");
}
/** What was typed as a fraction; null where it is no amount. Both signs may stand before the decimals. */
function read(text) {
  const found = /^(\d{1,15})(?:[.,](\d{1,12}))?$/.exec(text.trim());
  if (!found) return null;
  const part = found[2] ?? "";
  return reduced(BigInt(found[1] + part), 10n ** BigInt(part.length));
}
/** The two ways to read three decimals, as in 400.000: what to write for each; null where there is one way only. */
function ambiguous(text) {
  const found = /^([1-9]\d*)[.,](\d{3})$/.exec(text.trim());
  if (!found) return null;
  const part = found[2].replace(/0+$/, "");
  const decimals = part.length === 3 ? `${part}0` : part;
  return { small: found[1] + (decimals && data.decimal + decimals), large: found[1] + found[2] };
}
function type() {
  const ways = ambiguous(typed.value);
  if (ways !== null) return fault(say("live two ways", ways));
  const ceiling = read(typed.value);
  if (ceiling === null) return fault(say("live not a number", { example: `312${data.decimal}5` }));
  if (compare(ceiling, lowest()) < 0) return fault(say("live too low", { low: money(lowest()) }));
  if (compare(ceiling, highest()) > 0) return fault(say("live too high", { high: money(highest()) }));
  fault("");
  state.ceiling = ceiling;
  show();
}

function csv() {
  const { amounts } = split();
  const sign = data.decimal === "," ? ";" : ",";
  const plain = (value) => {
    const { negative, whole, part } = rounded(value, 6);
    return (negative ? "-" : "") + whole + (data.decimal + part).replace(/[.,]?0+$/, "");
  };
  const safe = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? "'" : "") + text.replaceAll('"', '""')}"`;
  const rows = data.lines.map((line, place) => [
    safe(line.name), safe(line.partner), plain(proposal()[place]), plain(amounts[place]), plain(minus(amounts[place], proposal()[place])),
  ]);
  const text = [data.columns.map(safe), ...rows].map((row) => row.join(sign)).join("\r\n") + "\r\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv" }));
  link.download = `flessenhals-${decimal(state.ceiling).replace("/", "-")}.csv`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function fromHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  const place = (list, id) => Math.max(0, list.findIndex((each) => each.id === id));
  state.reading = place(readings, given.get("r"));
  state.proposal = place(proposals, given.get("p"));
  const text = given.get("c") ?? "";
  const ceiling = /^\d{1,15}\/\d{1,15}$/.test(text) && !/\/0+$/.test(text) ? reduced(...fraction(text)) : read(text);
  grid = steps();
  state.ceiling = ceiling === null ? home.ceiling : compare(ceiling, highest()) > 0 ? highest() : ceiling;
  state.ceiling = clamped(state.ceiling);
  show();
}

slider.addEventListener("input", () => {
  fault("");
  state.ceiling = clamped(times(grid, [BigInt(slider.value), 1n]));
  show();
});
typed.addEventListener("change", type);
typed.addEventListener("keydown", (event) => { if (event.key === "Enter") type(); });
for (const [key, choice] of Object.entries(choices)) {
  choice?.addEventListener("change", () => {
    state[key] = Number(choice.value);
    state.ceiling = clamped(state.ceiling);
    fault("");
    show();
  });
}
find("back").addEventListener("click", () => {
  Object.assign(state, home);
  fault("");
  show();
  slider.focus();
});
find("csv").addEventListener("click", csv);
find("print").addEventListener("click", () => print());
addEventListener("hashchange", fromHash);
for (const id of ["live", "live-hint"]) find(id).hidden = false;
fromHash();
