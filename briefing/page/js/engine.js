// Who answers: the solver in its worker, one question at a time and always the newest, or the steps of a ladder.
import { add, compare, fraction, minus, times } from "./fraction.js";

/** The solver beside the page. */
export class Solver {
  /**
   * @param source the text of its script.
   * @param programs those that it is asked about, by number.
   * @param told is called with an answer and what was asked.
   */
  constructor(source, programs, told) {
    Object.assign(this, { told, waiting: null, asked: null });
    const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data }) => this.heard(data.found);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.heard({ failed: event.message ?? "" });
    };
    this.worker.postMessage({ known: programs });
  }

  ask(question) {
    if (this.asked !== null) this.waiting = question;
    else this.send(question);
  }

  send(question) {
    this.asked = question;
    this.worker.postMessage({ program: question.program, changes: question.changes });
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
