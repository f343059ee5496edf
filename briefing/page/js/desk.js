// The desk: what a reader does becomes a state, a state becomes a question, and its proved answer is drawn, once a frame.
import { equal, fraction, least, most, written } from "./fraction.js";
import { acts } from "./acts.js";
import { Inquiry } from "./asking.js";
import { Controls } from "./controls.js";
import { find, own, put } from "./dom.js";
import { inflated } from "./engine.js";
import { wayOf } from "./locks.js";
import { Writer, printed } from "./numbers.js";
import { Chips, Rules, Weights } from "./rail.js";
import { Showing } from "./showing.js";
import { address, changed, crossed, fromAddress, home } from "./state.js";

const RESTING = 100;

/** The data of the page with its fractions read, and what follows from them. */
function opened(data) {
  data.live = Boolean(data.readings[0].sides);
  data.home = fraction(data.home);
  data.exact = data.exact.map(fraction);
  data.charges = data.charges?.map(fraction) ?? null;
  data.asks = data.readings.map((reading) => reading.proposed.map(fraction));
  data.ends = data.readings.map(({ low, high }) => [fraction(low), fraction(high)]);
  data.bounds = data.readings.map(({ program }) => program?.lines.map((line) => {
    const [, lower, upper, weight] = line.map(fraction);
    return { lower, upper, weight };
  }));
  data.proposals = data.proposals.map((each) => ({ ...each, amounts: each.amounts?.map(fraction) ?? null }));
  data.owners ??= data.lines.map(({ name }, place) => ({ name, places: [place] }));
  if (data.path) data.path.whole = fraction(data.path.whole);
  return data;
}

/**
 * Set the desk up.
 *
 * @param Table the table that it shows: of measures, or with years a series.
 */
export async function desk(Table) {
  const data = opened(JSON.parse(await inflated(find("data").textContent)));
  const writer = new Writer(data);

  // ---- Drawing, once a frame ----
  let frame = 0, drawnIn = null, resting = 0;

  function draw() {
    cancelAnimationFrame(frame);
    frame = 0;
    drawnIn ??= requestAnimationFrame(() => { drawnIn = null; });
    controls.draw();
    const { reading, lines, rules: changes } = inquiry.state;
    rules?.build(data.readings[reading].sides);
    rules?.draw(changes, []);
    weights?.draw(lines, data.bounds[reading]);
    if (inquiry.found !== null) showing.draw(inquiry.found, inquiry.base, inquiry.state);
  }

  function redraw() {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  /** The address follows when the reader rests: a browser takes only so many in a row. */
  function keepAddress() {
    const wanted = address(data, inquiry.state);
    document.body.dataset.asked = wanted;
    clearTimeout(resting);
    resting = setTimeout(() => {
      if (location.hash !== wanted) history.replaceState(null, "", wanted || location.pathname + location.search);
    }, RESTING);
  }

  const inquiry = new Inquiry(data, writer, Table.told ?? null, {
    slow: () => document.body.classList.add("proving"),
    changed() {
      keepAddress();
      redraw();
    },
    answered() {
      document.body.classList.remove("proving");
      if (drawnIn === null) draw();
      else redraw();
    },
  });

  // ---- What a reader does ----
  const id = (place) => data.lines[place].id;
  const without = (change, ...fields) => Object.fromEntries(Object.entries(change).filter(([key]) => !fields.includes(key)));

  /** Change lines at once, each in its own way. */
  function change(places, made) {
    controls.fault("");
    inquiry.set(places.reduce((state, place) => changed(state, "lines", id(place), made(own(state.lines, id(place)), place)), inquiry.state));
  }
  const letGo = (places) => change(places, (before) => without(before, "keep", "minimum", "maximum"));
  function hold(places, held) {
    const [place] = places;
    const { lower, upper } = data.bounds[inquiry.state.reading][place];
    if (crossed(data.bounds[inquiry.state.reading][place], held)) {
      return controls.fault(writer.say("desk beyond", { name: data.lines[place].name, low: writer.money(lower), high: writer.money(upper) }));
    }
    return change(places, (before) => ({ ...without(before, "keep", "minimum", "maximum"), ...held }));
  }

  const reader = {
    redraw,
    hold,
    letGo,
    amount: (field, example) => controls.amount(field, example),
    fault: (text, field) => controls.fault(text, field),
    asks: (place) => written(data.asks[inquiry.state.reading][place]),
    lock(places) {
      const { lines, reading } = inquiry.state;
      const free = places.filter((place) => !data.lines[place].fixed);
      if (free.some((place) => wayOf(own(lines, id(place))))) return letGo(free);
      if (!inquiry.found?.amounts) return undefined;
      return change(free, (before, place) => {
        const { lower, upper } = data.bounds[reading][place];
        return { ...before, keep: most(lower, least(upper, printed(inquiry.found.amounts[place], data.decimals))) };
      });
    },
    mend: (place, at) => change([place], (before) => (before.keep ? { ...before, keep: at } : { ...without(before, "maximum"), minimum: at })),
    weigh: (places, weight) => change(places, (before, place) =>
      (equal(weight, data.bounds[inquiry.state.reading][place].weight) ? without(before, "weight") : { ...before, weight })),
    show: (place) => table.show(place),
  };

  function changeRule(rule, made) {
    controls.fault("");
    const { state } = inquiry;
    const plain = (side) => made[side.field] && equal(made[side.field], fraction(side.value));
    const back = data.readings[state.reading].sides.filter((side) => side.rule === rule && plain(side)).map((side) => side.field);
    inquiry.set(changed(state, "rules", rule, without({ ...own(state.rules, rule), ...made }, ...back)));
  }

  const controls = new Controls(data, writer, inquiry);
  const table = new Table(data, writer, reader);
  const rules = data.live ? new Rules(writer, {
    amount: (field) => controls.amount(field, "10"),
    change: (rule, of, value) => changeRule(rule, { [of]: value }),
    turn: (rule, on) => inquiry.set(changed(inquiry.state, "rules", rule, on ? {} : { off: true })),
  }) : null;
  const chips = data.live ? new Chips(writer, data, reader) : null;
  const weights = data.live ? new Weights(writer, data, reader) : null;
  const showing = new Showing(data, writer, { table, rules, chips });
  acts(data, writer, inquiry, showing);

  for (const button of ["back", "back-banner"]) {
    find(button).addEventListener("click", () => {
      controls.fault("");
      inquiry.set(home(data));
      controls.slider.focus();
    });
  }
  addEventListener("hashchange", () => inquiry.set(fromAddress(data, location.hash)));

  find("desk").hidden = false;
  document.body.classList.add("live");
  try {
    inquiry.begin(data.live ? inflated(find("solver").textContent) : null);
  } catch (error) {
    put(find("proof"), writer.say("desk not proved", { why: String(error.message) }));
  }
}
