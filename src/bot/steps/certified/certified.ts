// The certificate is there: catch up, verify again, or roll back.

import { settled } from "../after-cutover.ts";
import { orNone, present } from "../read-engine.ts";
import type { Step } from "../step.ts";
import { buildCertificateCard } from "./certificate-card.ts";

export const certified: Step<"certified"> = {
  name: "certified",
  waitsFor: "nobody",
  works: null,
  mapEditable: false,
  shows: "certificate",
  facts: [],
  data: async (engine, id) =>
    present({
      certificate: await engine.certificate(id),
      guides: await engine.rebuildGuides(id),
      schedule: await engine.deltaSchedule(id),
      admins: await orNone(engine.admins(id)),
      teams: await orNone(engine.teams(id)),
    }),
  card: buildCertificateCard,
  ...settled,
};
