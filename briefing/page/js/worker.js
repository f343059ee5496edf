// The worker: solves beside the page, so that the page never waits for it. It knows programs by number.
import { answer } from "./answer.js";
import { picture } from "./bottle.js";
import { read } from "./question.js";

const programs = [];
let told = null;

onmessage = ({ data: { known, program, changes } }) => {
  if (known) {
    programs.push(...known.programs.map(read));
    told = known;
    return;
  }
  let found;
  try {
    found = answer(programs[program], changes);
    if (told.chain && program === 0 && found.amounts) found.picture = picture(told, programs[program], changes, found);
  } catch (error) {
    found = { failed: String(error.message) };
  }
  postMessage({ found });
};
