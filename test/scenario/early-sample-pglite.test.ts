import { describe } from "vitest";
import { describeEarlySample } from "./early-sample.ts";

describe("a sample before everything is read, on pglite", () => describeEarlySample("pglite"));
