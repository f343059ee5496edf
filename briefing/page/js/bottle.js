// The chain of a split as a bottle, worked out in the worker and drawn by the page: what gets through every link, the room
// that links have left, and what is asked. A split that keeps its rules has nothing stuck in it. It is drawn as the
// briefing draws its own (`briefing/charts/bottle_shapes.py`), from left to right and for a phone from top to bottom.
import { fraction, number, sum } from "./fraction.js";

const LINE = 17, LETTER = 7.4, SPARE = 1.35, LEVEL = 0.05;
const ACROSS = { start: 200, first: 380, last: 610, after: 55, neck: 38, shoulder: 56, lane: 46, gap: 12, thickest: 96, wide: 800, beside: 190 };
const DOWN = { start: 8, first: 150, last: null, after: 55, neck: 26, shoulder: 40, lane: 16, gap: 10, thickest: 126, wide: 343, beside: 196, upright: true };
const ABOVE = 8, APART = 95;

const together = (places, of) => number(sum(places.map((place) => of[place])));

/** The ratio of a link under the changes of its rule; 0 where the rule does not hold. */
function ratioOf({ rule, field }, program, changes) {
  const { off, [field]: changed } = changes[rule] ?? {};
  const side = program.rules.find(({ id }) => id === rule)?.sides.find((each) => each.field === field);
  return off || !side ? 0 : number(changed ? fraction(changed) : side.value);
}

/** What a split makes of a chain: what enters, and how much of it every link can serve (Infinity where it has no say). */
export function filled(chain, program, changes, amounts) {
  const asked = program.lines.map(({ proposed }) => proposed);
  const inlets = chain.inlets.map(({ lines, name }) => ({ name, money: together(lines, amounts), asked: together(lines, asked) }));
  const necks = chain.necks.map((neck) => {
    const ratio = ratioOf(neck, program, changes);
    const own = together(neck.part, amounts) + number(fraction(neck.existing));
    const passes = neck.inlets.reduce((found, place) => found + inlets[place].money, 0);
    const through = together(neck.whole, amounts);
    const enough = through ? (passes * own) / (ratio * through) : own / ratio;
    return { ...neck, money: own, passes, capacity: ratio ? enough : Infinity };
  });
  return { inlets, necks };
}

/** A floating-point amount in the language of the page, for the eye. */
function plainly(amount, decimals, sign) {
  const [whole, part] = String(Number(amount.toFixed(decimals))).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, sign === "," ? "." : ",") + (part ? sign + part : "");
}

/** A text in lines of so many letters. */
function wrapped(text, letters) {
  const lines = [""];
  for (const word of text.split(" ")) {
    if (lines.at(-1) && lines.at(-1).length + word.length + 1 > letters) lines.push("");
    lines[lines.length - 1] += (lines.at(-1) ? " " : "") + word;
  }
  return lines;
}

/** The outline of a band of [along, low edge, high edge] places, as SVG has it. */
function outline(band, upright) {
  const at = (along, across) => (upright ? [across, along] : [along, across]).map((each) => Math.round(each * 10) / 10).join(" ");
  const side = (edge) => edge.map(([x, y], place) => {
    const before = edge[place - 1];
    if (!before) return at(x, y);
    const middle = (before[0] + x) / 2;
    return Math.abs(y - before[1]) > LEVEL ? `C${at(middle, before[1])} ${at(middle, y)} ${at(x, y)}` : `L${at(x, y)}`;
  }).join("");
  return `M${side(band.map(([x, low]) => [x, low]))}L${side(band.map(([x, , high]) => [x, high]).reverse())}Z`;
}

/** Where everything stands along the chain and across it, and the bands that are drawn. */
function bands({ inlets, necks }, layout, held) {
  const depths = Math.max(...necks.map(({ depth }) => depth));
  const last = layout.last ?? layout.first + APART * (depths - 1);
  const x = (depth) => (depths === 1 ? last : layout.first + ((last - layout.first) * (depth - 1)) / (depths - 1));
  const near = depths > 1 ? (x(2) - x(1)) / 2 - 4 : layout.neck;
  const half = Math.min(layout.neck, near * 0.6), shoulder = Math.min(layout.shoulder, near * 0.8);
  const most = Math.max(inlets.reduce((found, { money }) => found + money, 0), inlets.reduce((found, { asked }) => found + asked, 0)) || 1;
  const free = layout.thickest - (layout.upright ? (inlets.length - 1) * layout.gap : 0);
  const scale = Math.max(free, layout.thickest / 3) / most;
  const first = (place) => necks.find((neck) => neck.inlets.includes(place));
  let y = ABOVE;
  const middles = inlets.map(({ money, asked }, place) => {
    const { capacity, inlets: through } = first(place);
    const thick = Math.max(layout.lane, scale * Math.max(money, asked, through.length === 1 ? Math.min(capacity, most * SPARE) : 0));
    y += thick + layout.gap;
    return y - layout.gap - thick / 2;
  });
  const middle = (neck) => {
    const weights = neck.inlets.map((place) => Math.max(inlets[place].money, inlets[place].asked));
    const whole = weights.reduce((found, each) => found + each, 0);
    return neck.inlets.reduce((found, place, at) => found + middles[place] * (whole ? weights[at] / whole : 1 / weights.length), 0);
  };
  const slot = (neck, place) => {
    const before = neck.inlets.slice(0, neck.inlets.indexOf(place)).reduce((found, each) => found + inlets[each].money, 0);
    return middle(neck) + scale * (before + inlets[place].money / 2 - neck.passes / 2);
  };
  const end = last + layout.after;
  const drawn = { rooms: [], asked: [], flows: [] };
  let low = y - layout.gap + ABOVE;
  for (const neck of necks) {
    if (!(neck.capacity > neck.passes)) continue;
    const thick = (scale * Math.min(neck.capacity, most * SPARE)) / 2, at = middle(neck);
    drawn.rooms.push([[x(neck.depth) - half, at - thick, at + thick], [x(neck.depth) + half, at - thick, at + thick]]);
    low = Math.max(low, at + thick + ABOVE);
  }
  inlets.forEach(({ money, asked }, place) => {
    const through = (scale * money) / 2, wide = (scale * asked) / 2, at = middles[place], { depth } = first(place);
    const stop = x(depth) - half, into = slot(first(place), place);
    if (asked > money) {
      const from = [[layout.start, at - wide, at + wide]];
      if (held) from.push([Math.max(layout.start, stop - shoulder), at - wide, at + wide], [stop, into - through, into + through]);
      else from.push([stop, at - wide, at + wide]);
      drawn.asked.push(from);
    }
    if (!money) return;
    let here = layout.start, stands = at;
    const path = [[here, stands - through, stands + through]];
    for (const neck of necks.filter((each) => each.inlets.includes(place))) {
      const goes = slot(neck, place), to = x(neck.depth);
      path.push([Math.max(here, to - half - shoulder), stands - through, stands + through]);
      path.push([to - half, goes - through, goes + through], [to + half, goes - through, goes + through]);
      here = to + half;
      stands = goes;
    }
    path.push([end, stands - through, stands + through]);
    drawn.flows.push(path);
  });
  return { ...drawn, middles, x, depths, end, low, out: middle(necks.at(-1)) };
}

/** A drawing as data: paths with their looks, texts in their places. */
function drawing(bottle, chain, layout, held, said) {
  const { upright } = layout;
  const placed = bands(bottle, layout, held);
  const texts = [];
  const say = (x, y, text, looks = "", bold = false) => texts.push([Math.round(x), Math.round(y + 4), `${looks}${bold ? " bold" : ""}`.trim(), text]);
  const heads = Array.from({ length: placed.depths }, (_, at) => {
    const necks = bottle.necks.filter(({ depth }) => depth === at + 1);
    const capacity = necks.reduce((found, neck) => found + neck.capacity, 0);
    const money = necks.reduce((found, neck) => found + neck.money, 0);
    return [`${chain.heads[at]} ${said.money(money)}`, Number.isFinite(capacity) ? said.enough(capacity) : said.off];
  });
  const column = upright ? layout.wide - layout.beside : layout.beside;
  const top = upright ? LINE + 4 : LINE * 2;
  say(0, LINE / 2, said.name, "text-brand", true);
  const shift = (band) => band.map(([along, low, high]) => (upright ? [along + top, low, high] : [along, low + top, high + top]));
  const paths = [
    ...placed.rooms.map((band) => ["fill-room line-edge", outline(shift(band), upright)]),
    ...(held ? placed.asked.map((band) => ["hatched pale", outline(shift(band), upright)]) : []),
    ...placed.flows.map((band) => ["fill-flow", outline(shift(band), upright)]),
    ...placed.asked.map((band) => ["none line-edge dashed", outline(shift(band), upright)]),
  ];
  const inlets = bottle.inlets.map(({ name, money, asked }) => [
    ...wrapped(`${name} ${said.money(money)}`, column / LETTER).map((line) => [line, "", true]),
    ...(asked > money ? [[said.asked(asked), "text-muted", false]] : []),
  ]);
  const out = [[said.money(said.passes), "", true], [said.through, "text-muted", false]];
  if (held) out.push([said.money(said.left), "text-stuck", true], [said.stays, "text-stuck", true]);
  if (!upright) {
    heads.forEach((lines, at) => lines.forEach((line, row) => say(placed.x(at + 1), LINE * (row + 0.5), line, `center${row ? " text-muted" : ""}`, !row)));
    inlets.forEach((lines, place) => lines.forEach(([line, looks, bold], row) =>
      say(layout.start - 10, placed.middles[place] + top + LINE * (row - (lines.length - 1) / 2), line, `right ${looks}`, bold)));
    out.forEach(([line, looks, bold], row) => say(placed.end + 10, placed.out + top + LINE * (row - (out.length - 1) / 2), line, looks, bold));
    return { width: layout.wide, height: placed.low + top, paths, texts };
  }
  let y = top + LINE / 2;
  const write = (lines, from) => {
    y = from;
    for (const [line, looks, bold] of lines) {
      say(layout.beside, y, line, looks, bold);
      y += LINE;
    }
  };
  write(inlets.flat(), y);
  heads.forEach(([strong, muted], at) => {
    const lines = [...wrapped(strong, column / LETTER).map((line) => [line, "", true]), ...wrapped(muted, column / LETTER).map((line) => [line, "text-muted", false])];
    write(lines, Math.max(y + 4, top + placed.x(at + 1) - (LINE * (lines.length - 1)) / 2));
  });
  write(out, Math.max(y + 4, top + placed.end - LINE));
  return { width: layout.wide, height: Math.max(top + placed.end + 4, y), paths, texts };
}

/**
 * The picture of a split's chain, for a wide and for a narrow screen, with its message.
 *
 * @param known what the page's data tells: of the chain its inlets, links and heads; how amounts are written, and words.
 * @param program and changes, as the answer was asked of them.
 * @param found the answer.
 */
export function picture({ chain, decimal: sign, money: form, words, decimals }, program, changes, found) {
  const bottle = filled(chain, program, changes.rules ?? {}, found.amounts.map(fraction));
  const passes = bottle.inlets.reduce((so_far, { money }) => so_far + money, 0);
  const asked = bottle.inlets.reduce((so_far, each) => so_far + each.asked, 0);
  const held = asked > passes && !found.by_ceiling && found.limits.some(({ rule }) => chain.necks.some((neck) => neck.rule === rule));
  const say = (key, told = {}) => words[key].replace(/\{(\w+)\}/g, (all, name) => told[name] ?? all);
  const money = (amount) => form.replace("{}", plainly(amount, decimals, sign)).replaceAll(" ", "\u00a0");
  const said = {
    money, passes, left: asked - passes,
    name: say("desk variant"),
    through: say("bottle through"),
    stays: say("bottle does not fit"),
    off: say("desk rule off"),
    asked: (amount) => say("bottle asked", { amount: money(amount) }),
    enough: (amount) => say("bottle enough", { amount: money(amount) }),
  };
  const told = { money: money(passes), asked: money(asked), passes: money(passes) };
  return {
    title: say(passes ? (held ? "bottle held" : "bottle flows") : "bottle empty", told).replace(/\.$/, ""),
    wide: drawing(bottle, chain, ACROSS, held, said),
    tall: drawing(bottle, chain, DOWN, held, said),
  };
}
