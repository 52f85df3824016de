// English: the preflight on cards and in answers.
const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const preflight = {
  preflight: {
    counts: (passed: number, warnings: number, failed: number) =>
      `*Preflight*: ${[
        ...(failed > 0 ? [some(failed, "check failed", "checks failed")] : []),
        ...(warnings > 0 ? [some(warnings, "warning", "warnings")] : []),
        `${passed} passed`,
      ].join(", ")}.`,
    blocks: "Nothing is approved before what failed is mended.",
    overrides: "Whoever approves the cutover overrides these warnings; it is recorded who.",
    button: "Open the preflight",
    link: (url: string) =>
      `What was checked in both systems, and what the canary learnt: <${url}|open the preflight>. The link works for 30 days, for whoever has it.`,
    none: "Nothing was checked yet. A survey does it.",
  },
} as const;
