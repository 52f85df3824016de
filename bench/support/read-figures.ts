// What a process that read a whole desk says of itself, and how it is started.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface ReadFigures {
  readonly seconds: number;
  /** The high-water mark of the process's resident memory. */
  readonly peakMb: number;
  /** Before the first request. */
  readonly openedMb: number;
  readonly cpuSeconds: number;
  readonly tickets: number;
  readonly ticketsWithNotes: number;
  readonly exceptions: number;
}

/** With the flags of `npm start`; rejects when the process ends without figures. */
export async function runReader(script: URL, options: object): Promise<ReadFigures> {
  const child = spawn(
    process.execPath,
    ["--max-semi-space-size=8", fileURLToPath(script), JSON.stringify(options)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let last = "";
  for await (const line of createInterface({ input: child.stdout })) last = line;
  if (last === "") throw new Error(`${script.pathname} ended without figures`);
  return JSON.parse(last) as ReadFigures;
}
