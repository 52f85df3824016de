import { describe } from "vitest";
import { postgresAnswers } from "../support/database.ts";
import { describeEarlySample } from "./early-sample.ts";

describe.skipIf(!postgresAnswers)("a sample before everything is read, on postgres", () =>
  describeEarlySample("postgres"),
);
