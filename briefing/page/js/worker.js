// The worker: solves beside the page, so that the page never waits for it. It knows programs by number.
import { answer } from "./answer.js";
import { read } from "./question.js";

const programs = [];

onmessage = ({ data: { known, program, changes } }) => {
  if (known) {
    programs.push(...known.map(read));
    return;
  }
  let found;
  try {
    found = answer(programs[program], changes);
  } catch (error) {
    found = { failed: String(error.message) };
  }
  postMessage({ found });
};
