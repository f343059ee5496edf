// The page of a plan without years.
import { desk } from "./desk.js";
import { Measures } from "./table.js";

desk(Measures);
