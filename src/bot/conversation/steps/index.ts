// Every step by its name; a missing one doesn't compile.

import type { StepName } from "../../step-names.ts";
import type { Step } from "../step.ts";
import { certified } from "./certified.ts";
import { connect } from "./connect.ts";
import { cutoverReview } from "./cutover-review.ts";
import { mapReview } from "./map-review.ts";
import { migrated } from "./migrated.ts";
import { planReview } from "./plan-review.ts";
import { planning } from "./planning.ts";
import { proposing } from "./proposing.ts";
import { removingSample } from "./removing-sample.ts";
import { rolledBackStep } from "./rolled-back.ts";
import { rollingBack } from "./rolling-back.ts";
import { running } from "./running.ts";
import { sampleReview } from "./sample-review.ts";
import { sampling } from "./sampling.ts";
import { silence } from "./silence.ts";
import { surveyReview } from "./survey-review.ts";
import { surveying } from "./surveying.ts";
import { teams } from "./teams.ts";
import { terms } from "./terms.ts";
import { updating } from "./updating.ts";
import { verifying } from "./verifying.ts";
import { welcome } from "./welcome.ts";

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
  updating,
  verifying,
  certified,
  "rolling-back": rollingBack,
  "rolled-back": rolledBackStep,
};
