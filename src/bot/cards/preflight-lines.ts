// The preflight on a card: how many passed, and what each failed check and each warning says.
import {
  type CheckReport,
  failedChecks,
  type PreflightReport,
  warnedChecks,
} from "../../engine/model/preflight.ts";
import type { Words } from "../../words/words.ts";
import { type Block, bullets, section } from "../blocks/block.ts";
import { escapeMrkdwn } from "../blocks/limits.ts";

/** The page has all. */
const MOST = 6;

/** `approves`: the card asks for the approval that overrides warnings. */
export function preflightLines(
  report: PreflightReport | undefined,
  words: Words,
  approves = false,
): readonly Block[] {
  if (!report) return [];
  const { preflight } = report;
  const [failed, warned] = [failedChecks(preflight), warnedChecks(preflight)];
  const passed = preflight.checks.length - failed.length - warned.length;
  const told = [...failed, ...warned];
  const shown = told.slice(0, MOST).map((check) => tell(check, words));
  const lines = told.length > MOST ? [...shown, words.survey.more(told.length - MOST)] : shown;
  const text = words.preflight;
  return [
    section(
      [
        text.counts(passed, warned.length, failed.length),
        ...(lines.length > 0 ? [bullets(lines)] : []),
        ...(failed.length > 0 ? [text.blocks] : approves && warned.length > 0 ? [text.overrides] : []),
      ].join("\n"),
    ),
  ];
}

function tell({ name, finding, result }: CheckReport, words: Words): string {
  const { message, remedy } = words.finding(finding);
  const said = result === "failed" ? `${message} ${remedy}` : message;
  return `${result === "failed" ? ":x:" : ":warning:"} *${escapeMrkdwn(words.checkNames[name] ?? name, 60)}*: ${escapeMrkdwn(said, 350)}`;
}
