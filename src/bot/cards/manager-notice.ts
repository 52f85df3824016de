// What an account manager is told in person when a move waits for them.
import type { Plan } from "../../engine/model/plan.ts";
import type { Words } from "../../words/words.ts";
import { escapeMrkdwn, joinWithin } from "../blocks/limits.ts";
import type { ConversationState } from "../conversation/state.ts";
import { formatFigures } from "./plan-figures.ts";

export interface NoticeData {
  readonly title: string;
  /** Of what is to be approved, where it is a plan. */
  readonly plan?: Plan;
  /** Of the message that waits. */
  readonly messageUrl?: string;
  readonly reportUrl?: string;
}

export function buildManagerNotice(state: ConversationState, data: NoticeData, words: Words): string {
  const { title, plan, messageUrl, reportUrl } = data;
  const text = words.manager;
  return joinWithin([
    words.status.headline(escapeMrkdwn(title), words.where(state.step)),
    words.status.waitsForYou,
    ...(plan ? [`${text.target(escapeMrkdwn(plan.workspace.name))} ${formatFigures(plan, words)}`] : []),
    ...(messageUrl ? [text.message(messageUrl)] : []),
    ...(reportUrl ? [text.report(reportUrl)] : []),
  ]);
}
