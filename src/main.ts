#!/usr/bin/env node
// The door: keeps what was compiled, and then loads what the command needs and nothing else.
import "./start/keep-memory-low.ts";
import "./start/keep-compiled.ts";
import "./start/resolve-quickly.ts";

// What is imported above must stand before anything else is even looked for.
const { run } = await import("./start/run.ts");
process.exitCode = await run(process.argv.slice(2));
// A library's open handle must not keep a finished command alive.
process.exit();
