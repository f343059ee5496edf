// Who answers: the solver in its worker, one question at a time and always the newest, or the steps of a ladder.
import { add, compare, fraction, minus, times } from "./fraction.js";

/** The text that a page carries packed, to half its size: deflated, in base 64. */
export function inflated(packed) {
  const bytes = Uint8Array.from(atob(packed), (sign) => sign.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

/** The solver beside the page. */
export class Solver {
  /**
   * @param source a promise of the text of its script.
   * @param known the programs that it is asked about, by number; the chain that it draws, and how numbers are written.
   * @param told is called with an answer and what was asked.
   */
  constructor(source, known, told) {
    Object.assign(this, { told, waiting: null, asked: null, failed: null });
    this.worker = source.then((text) => {
      const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
      worker.onmessage = ({ data }) => this.heard(data.found);
      worker.onerror = (event) => {
        event.preventDefault();
        this.failed = event.message ?? "";
        this.heard({ failed: this.failed });
      };
      worker.postMessage({ known });
      return worker;
    });
  }

  ask(question) {
    if (this.asked !== null) this.waiting = question;
    else this.send(question);
  }

  send(question) {
    this.asked = question;
    const { program, changes } = question;
    this.worker.then((worker) => {
      if (this.failed !== null) throw new Error(this.failed);
      worker.postMessage({ program, changes });
    }).catch(({ message }) => this.heard({ failed: message }));
  }

  heard(found) {
    const asked = this.asked;
    this.asked = null;
    if (this.waiting !== null) {
      const next = this.waiting;
      this.waiting = null;
      this.send(next);
      if (!asked.always) return;
    }
    this.told(found, asked);
  }
}

/** A reading whose steps are in the page: between two of them every amount is a straight line. */
export class Steps {
  constructor(steps) {
    this.steps = steps.map((step) => ({
      ...step, ceiling: fraction(step.ceiling), amounts: step.amounts.map(fraction), rates: step.rates.map(fraction),
    }));
  }

  at(ceiling) {
    let place = this.steps.length - 1;
    while (compare(this.steps[place].ceiling, ceiling) > 0) place--;
    const step = this.steps[place];
    const above = minus(ceiling, step.ceiling);
    const amounts = step.amounts.map((each, line) => add(each, times(above, step.rates[line])));
    return { amounts, told: above[0] ? step.above : step.at };
  }
}
