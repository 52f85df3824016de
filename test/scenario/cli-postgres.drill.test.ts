import { describe } from "vitest";
import { postgresAnswers } from "../support/database.ts";
import { describeWholeWay } from "./cli-way.ts";

describe.skipIf(!postgresAnswers)("the whole way on postgres", () => describeWholeWay("postgres"));
