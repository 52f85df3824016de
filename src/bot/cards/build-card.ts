// The card of a state: one switch over all steps, so that none is forgotten.

import type { Words } from "../../words/words.ts";
import type { Card } from "../blocks/block.ts";
import type { ConversationState } from "../conversation/state.ts";
import type { CardData } from "./card-data.ts";
import { buildCertificateCard } from "./certificate-card.ts";
import { buildConnectCard } from "./connect-card.ts";
import { buildCutoverCard } from "./cutover-card.ts";
import { buildHaltCard } from "./halt-card.ts";
import { buildMapCard } from "./map-card.ts";
import { buildMigratedCard } from "./migrated-card.ts";
import { buildPlanCard } from "./plan-card.ts";
import { buildProgressCard } from "./progress-card.ts";
import { buildRolledBackCard } from "./rolled-back-card.ts";
import { buildSampleCard } from "./sample-card.ts";
import { buildSilenceCard } from "./silence-card.ts";
import { buildSurveyCard } from "./survey-card.ts";
import { buildTeamsCard } from "./teams-card.ts";
import { buildTermsCard } from "./terms-card.ts";
import { buildWelcomeCard } from "./welcome-card.ts";

/** Within Slack's limits whatever the data are. */
export function buildCard(state: ConversationState, data: CardData, words: Words): Card {
  switch (state.step) {
    case "welcome":
      return buildWelcomeCard(state, data, words);
    case "connect":
      return buildConnectCard(state, data, words);
    case "terms":
      return buildTermsCard(state, data, words);
    case "survey-review":
      return buildSurveyCard(state, data, words);
    case "map-review":
      return buildMapCard(state, data, words);
    case "plan-review":
      return buildPlanCard(state, data, words);
    case "teams":
      return buildTeamsCard(state, data, words);
    case "sample-review":
      return buildSampleCard(state, data, words);
    case "silence":
      return buildSilenceCard(state, data, words);
    case "cutover-review":
      return buildCutoverCard(state, data, words);
    case "migrated":
      return buildMigratedCard(state, data, words);
    case "certified":
      return buildCertificateCard(state, data, words);
    case "rolled-back":
      return buildRolledBackCard(state, data, words);
    default:
      return state.halt
        ? buildHaltCard(state, state.halt, data, words)
        : buildProgressCard(state, data, words);
  }
}
