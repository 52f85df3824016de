// German: the preflight on cards and in answers.

import type { preflight as english } from "../en/preflight.ts";
import type { Widened } from "../words.ts";

const some = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

export const preflight: Widened<typeof english> = {
  preflight: {
    counts: (passed: number, warnings: number, failed: number) =>
      `*Preflight*: ${[
        ...(failed > 0 ? [some(failed, "Prüfung gescheitert", "Prüfungen gescheitert")] : []),
        ...(warnings > 0 ? [some(warnings, "Warnung", "Warnungen")] : []),
        `${passed} bestanden`,
      ].join(", ")}.`,
    blocks: "Bevor das Gescheiterte behoben ist, wird nichts freigegeben.",
    overrides:
      "Wer den Umzug freigibt, setzt sich über diese Warnungen hinweg; festgehalten wird, wer es war.",
    button: "Preflight öffnen",
    link: (url: string) =>
      `Was in beiden Systemen geprüft wurde, und was der Canary gelernt hat: <${url}|Preflight öffnen>. Der Link gilt 30 Tage, für jeden, der ihn hat.`,
    none: "Noch wurde nichts geprüft. Eine Bestandsaufnahme tut das.",
  },
};
