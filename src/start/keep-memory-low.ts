// Tells V8 to collect garbage before the heap grows by a third: pages come and go, and little of them stays.
import { setFlagsFromString } from "node:v8";

/** By default the heap may grow fourfold between collections. Costs a tenth more processor time, saves a third of memory. */
const GROW_BY_PERCENT = 30;

setFlagsFromString(`--heap-growing-percent=${GROW_BY_PERCENT}`);
