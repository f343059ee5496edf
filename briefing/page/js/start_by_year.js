// The page of a plan with years.
import { desk } from "./desk.js";
import { Series } from "./series.js";

desk(Series);
