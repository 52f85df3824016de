import { describe } from "vitest";
import { describeKilled } from "./killed.ts";

describe("killed on pglite", () => describeKilled("pglite"));
