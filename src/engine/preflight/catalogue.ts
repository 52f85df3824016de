// Every check, in the order in which people read them; a new one joins by a file and a line here.
import type { Check } from "./check.ts";
import { apiVersion } from "./checks/api-version.ts";
import { attributeNames } from "./checks/attribute-names.ts";
import { attributeRoom } from "./checks/attribute-room.ts";
import { attributeTwins, stagingTwins } from "./checks/attribute-twins.ts";
import { intercomClock, sourceClock } from "./checks/clocks.ts";
import { database } from "./checks/database.ts";
import { deletion } from "./checks/deletion.ts";
import { emails } from "./checks/emails.ts";
import { fileStore } from "./checks/file-store.ts";
import { lists } from "./checks/lists.ts";
import { quota } from "./checks/quota.ts";
import { rights } from "./checks/rights.ts";
import { seats, stagingSeats } from "./checks/seats.ts";
import { sizes } from "./checks/sizes.ts";
import { sourceVersion } from "./checks/source-version.ts";
import { stagingApart } from "./checks/staging-apart.ts";
import { teams } from "./checks/teams.ts";
import { texts } from "./checks/texts.ts";
import { workspaceProfile } from "./checks/workspace-profile.ts";

export const CATALOGUE: readonly Check[] = [
  ...[rights, lists, sourceVersion, sourceClock],
  ...[seats, stagingSeats, attributeTwins, stagingTwins, attributeRoom, attributeNames],
  ...[emails, teams, quota, intercomClock, apiVersion, stagingApart, deletion, workspaceProfile],
  ...[sizes, texts, fileStore, database],
];
