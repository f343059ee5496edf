// An answer as the page shows it: the table, the results, the sentences, the picture of the chain and the charts.
import { equal, number } from "./fraction.js";
import { find, mark, put } from "./dom.js";
import { drawPicture } from "./pictures.js";
import { heading, holder, largestShift, neck, refusal } from "./findings.js";
import { changesOf, heldText } from "./locks.js";
import { drawResults, shownValue } from "./rail.js";
import { address, home, unchanged } from "./state.js";

const QUIET = 500;

/** What a screen reader is told: the newest answer, and no more than two a second. */
class Voice {
  constructor() { Object.assign(this, { silence: 0, unsaid: null }); }

  say(text) {
    if (this.silence) { this.unsaid = text; return; }
    put(find("said"), text);
    this.silence = setTimeout(() => {
      this.silence = 0;
      if (this.unsaid !== null) this.say(this.unsaid);
      this.unsaid = null;
    }, QUIET);
  }
}

export class Showing {
  /** @param parts `table`, `rules`, `chips`: what is drawn besides; the last two null where nothing is solved. */
  constructor(data, writer, parts) {
    Object.assign(this, { data, writer, parts, voice: new Voice() });
    this.charts = [...document.querySelectorAll("[data-reading]")];
  }

  /** What people call limits, those of one rule in several years together. */
  names({ reading, lines }) {
    const { data, writer } = this;
    const one = ({ rule, line, end }) => {
      if (rule !== undefined) return data.readings[reading].names[rule] ?? writer.say("desk neck ceiling");
      const { keep } = lines[data.lines[line].id] ?? {};
      return keep ? heldText(writer, data.lines[line].name, [{ keep }])[0] : writer.say(`desk limit ${end}`, { name: data.lines[line].name });
    };
    return (limits) => {
      const years = new Map();
      for (const limit of limits) {
        const name = one(limit);
        const year = /@(\d+)/.exec(limit.row ?? "")?.[1];
        years.set(name, [...(years.get(name) ?? []), ...(year ? [year] : [])]);
      }
      return [...years].map(([name, of]) => (of.length ? writer.say("desk in years", { name, years: of.join(", ") }) : name));
    };
  }

  /** What was changed, a text each. */
  changes({ ceiling, reading, lines, rules }) {
    const { data, writer } = this;
    const told = [];
    if (!equal(ceiling, data.home)) told.push(data.path ? writer.ceiling(ceiling) : writer.say("desk is ceiling", { value: writer.money(ceiling) }));
    if (reading) told.push(writer.say("desk is reading", { name: data.readings[reading].name }));
    const { sides = [] } = data.readings[reading];
    for (const [id, change] of Object.entries(rules)) {
      const of = sides.filter(({ rule }) => rule === id);
      if (change.off) told.push(writer.say("desk is off", { name: of[0]?.name ?? id }));
      else for (const side of of) if (change[side.field]) told.push(writer.say("desk is rule", { name: side.label, value: writer.short(shownValue(side, change[side.field])) }));
    }
    for (const owner of data.owners) told.push(...heldText(writer, owner.name, changesOf(data, lines, owner)));
    return told;
  }

  /** The three results of an answer. */
  results(of) {
    return {
      lowest: of.lowest === null ? "–" : this.writer.least(of.lowest),
      unspent: this.writer.money(of.unspent),
      neck: of.told && !of.fits ? of.told.neck : neck(this.writer, of, this.names(of.state)),
    };
  }

  /** An answer in two sentences: what it is, and what holds back the rest. */
  sentences(found) {
    const { writer, data } = this;
    if (found.failed !== undefined) return { heading: writer.say("desk failed"), why: writer.say("desk not proved", { why: found.failed }) };
    const names = this.names(found.state);
    if (found.amounts === null) return refusal(writer, found, found.state.ceiling, names);
    const held = found.told ? (found.fits ? writer.say("hold nothing") : found.told.held.replaceAll("€ ", "€\u00a0")) : holder(writer, found, names);
    const shift = largestShift(writer, found.amounts, this.given(found.state), data.lines.map(({ name }) => name), data.proposals[found.state.proposal].name);
    return { heading: heading(writer, found, names), why: `${held} ${shift}` };
  }

  /** What the split is held against. */
  given({ proposal, reading }) { return this.data.proposals[proposal].amounts ?? this.data.asks[reading]; }

  /** Show an answer; the fields stay as they are asked, which is further on where the next answer is still awaited. */
  draw(found, base, asked) {
    const { data, writer } = this;
    const { state } = found;
    const { reading, proposal, ceiling, lines } = state;
    const atHome = unchanged(data, state);
    const failed = found.failed !== undefined;
    const amounts = failed ? null : found.amounts;
    const conflict = failed ? [] : (found.conflict ?? []);
    this.parts.table.draw({
      amounts, given: this.given(state), home: atHome && !failed, plain: !reading && !proposal, variant: writer.say("desk variant"), lines: asked.lines,
      course: failed ? { row: () => null, amounts } : found.course,
      conflict: conflict.flatMap(({ line }) => (line === undefined ? [] : [line])),
    });
    this.parts.rules?.draw(asked.rules, conflict.map(({ rule }) => rule));
    this.parts.chips?.draw(lines, data.bounds[reading], failed ? null : found);
    put(find("table-note"), atHome ? "" : writer.say("live amounts", { decimals: data.decimals }));
    const none = { lowest: "–", unspent: "–", neck: "–" };
    const now = amounts === null ? none : this.results(found);
    const told = this.sentences(found);
    drawResults(writer, now, base === null || base.failed !== undefined ? none : this.results(base), !atHome);
    const proof = find("proof");
    put(proof, failed ? writer.say("desk unproved") : data.live ? writer.say(amounts ? "desk proved" : "desk refuted") : writer.say("desk by steps"));
    proof.classList.toggle("stuck", failed);
    document.body.classList.toggle("variant", !atHome);
    document.body.classList.toggle("nothing", amounts === null);
    find("variant").hidden = atHome && !failed;
    put(find("variant-answer"), told.heading);
    put(find("variant-why"), told.why);
    const what = this.changes(state);
    put(find("variant-what"), what.length ? writer.say("desk changed", { changes: what.join("; ") }) : "");
    put(find("peek-result"), amounts === null ? told.heading : writer.say("desk peek least", { lowest: now.lowest, unspent: now.unspent }));
    for (const button of ["csv", "save"]) find(button).disabled = amounts === null;
    document.body.dataset.shown = address(data, state);
    this.voice.say(atHome ? writer.say("live home", { ceiling: writer.ceiling(ceiling) }) : `${told.heading}. ${told.why}`);
    drawPicture(atHome || failed ? null : found.picture);
    this.figures(found, amounts);
    this.moveCharts(state, atHome);
  }

  /** The figures above the table of a path, which are those of the briefing until something is changed. */
  figures(found, amounts) {
    if (!this.data.path) return;
    const { writer, data: { path } } = this;
    const last = amounts && found.course.lowest.at(-1);
    const told = {
      ceiling: writer.money([found.state.ceiling[0] * path.whole[0], found.state.ceiling[1] * path.whole[1]]),
      allocated: amounts && writer.money(found.total),
      unspent: amounts && writer.money(found.unspent),
      coverage: last?.length ? this.parts.table.text("lowest", last) : null,
    };
    for (const [key, text] of Object.entries(told)) {
      const figure = find(`figure-${key}`);
      if (!figure) continue;
      figure.dataset.first ??= figure.textContent;
      put(figure, unchanged(this.data, found.state) ? figure.dataset.first : text ?? "–");
    }
  }

  /** The charts of the reading that is shown; their marker stands at the ceiling as long as nothing else was changed. */
  moveCharts({ ceiling, reading, lines, rules }, atHome) {
    const other = Object.keys(lines).length + Object.keys(rules).length > 0;
    for (const part of this.charts) {
      const away = Number(part.dataset.reading) !== reading;
      mark(part, "hidden", away ? "" : null);
      if (away || !part.matches("svg")) continue;
      const [low, high, left, right] = ["low", "high", "left", "right"].map((key) => Number(part.dataset[key]));
      const at = Math.min(1, Math.max(0, (number(other && !atHome ? this.data.home : ceiling) - low) / (high - low)));
      const marker = part.querySelector(".marker");
      for (const end of ["x1", "x2"]) mark(marker, end, String(left + (right - left) * at));
    }
  }
}
