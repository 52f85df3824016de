import { describe } from "vitest";
import { describeWholeWay } from "./cli-way.ts";

describe("the whole way on pglite", () => describeWholeWay("pglite"));
