// Sample first, everything after it: the same as without a sample.
import { describe } from "vitest";
import { ONE_DATABASE } from "../support/database.ts";
import { describeEarlySample } from "./early-sample.ts";

describe("a sample before everything is read", () => describeEarlySample(ONE_DATABASE));
