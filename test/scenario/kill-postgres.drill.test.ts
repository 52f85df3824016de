import { describe } from "vitest";
import { postgresAnswers } from "../support/database.ts";
import { describeKilled } from "./killed.ts";

describe.skipIf(!postgresAnswers)("killed on postgres", () => describeKilled("postgres"));
