// Every step by its name; a missing one, and a missing part of one, does not compile.

import type { Words } from "../../words/words.ts";
import type { Card } from "../blocks/block.ts";
import type { CardData } from "../cards/card-data.ts";
import type { ConversationState, StateOf } from "../conversation/state.ts";
import type { StepName } from "../step-names.ts";
import { certified } from "./certified/certified.ts";
import { connect } from "./connect/connect.ts";
import { cutoverReview } from "./cutover-review/cutover-review.ts";
import { delta } from "./delta.ts";
import { mapReview } from "./map-review/map-review.ts";
import { migrated } from "./migrated/migrated.ts";
import { planReview } from "./plan-review/plan-review.ts";
import { planning } from "./planning.ts";
import { proposing } from "./proposing.ts";
import { removingSample } from "./removing-sample.ts";
import { rolledBack } from "./rolled-back/rolled-back.ts";
import { rollingBack } from "./rolling-back.ts";
import { running } from "./running.ts";
import { sampleReview } from "./sample-review/sample-review.ts";
import { sampling } from "./sampling.ts";
import { silence } from "./silence/silence.ts";
import type { Step } from "./step.ts";
import { surveyReview } from "./survey-review/survey-review.ts";
import { surveying } from "./surveying.ts";
import { teams } from "./teams/teams.ts";
import { terms } from "./terms/terms.ts";
import { verifying } from "./verifying.ts";
import { welcome } from "./welcome/welcome.ts";

export const stepsByName: { readonly [S in StepName]: Step<S> } = {
  welcome,
  connect,
  terms,
  surveying,
  "survey-review": surveyReview,
  proposing,
  "map-review": mapReview,
  planning,
  "plan-review": planReview,
  teams,
  sampling,
  "sample-review": sampleReview,
  "removing-sample": removingSample,
  silence,
  "cutover-review": cutoverReview,
  running,
  migrated,
  delta,
  verifying,
  certified,
  "rolling-back": rollingBack,
  "rolled-back": rolledBack,
};

/** A state's own step: the compiler can't see that the two belong together. */
export const stepOf = <S extends StepName>(state: StateOf<S>): Step<S> =>
  stepsByName[state.step as S] as Step<S>;

/** The message of a state, within Slack's limits whatever the data are. */
export const buildCard = (state: ConversationState, data: CardData, words: Words): Card =>
  stepOf(state).card(state, data, words);
