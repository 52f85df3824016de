// English: what the engine says, without the texts of cards: all that the command line and signed documents need.
import { makePrint } from "../print.ts";
import { makeTelling } from "../say.ts";
import { errors } from "./sayings/errors.ts";
import { findings } from "./sayings/findings.ts";
import { sayings } from "./sayings/index.ts";

export const telling = makeTelling({ sayings, errors, findings });
export const print = makePrint(telling);
