// ConnectWise PSA over HTTP, from a made tenant: read only, with its paging, its errors and its oddities.
import { Hono } from "hono";
import { Faults } from "../http/faults.ts";
import { serve } from "../http/serve.ts";
import { mutateTenant } from "../tenant/mutate-tenant.ts";
import { answer } from "./answer.ts";
import { authenticate } from "./authenticate.ts";
import { BUSINESS_COLLECTIONS } from "./collections/business.ts";
import { COMPANY_COLLECTIONS } from "./collections/company.ts";
import { SERVICE_COLLECTIONS } from "./collections/service.ts";
import { SYSTEM_COLLECTIONS } from "./collections/system.ts";
import { CwError } from "./cw-error.ts";
import { buildMySecurity } from "./my-security.ts";
import type { ConnectWiseOptions, ConnectWiseSandbox, Credentials } from "./options.ts";
import { countRequests, makeRequestCounts } from "./request-counts.ts";
import { serveCollection } from "./serve-collection.ts";
import { serveDocuments, serveInlineImages } from "./serve-documents.ts";
import { throttle } from "./throttle.ts";

const CLOUD_ALIAS = "v4_6_release";
const MAX_URL_LENGTH = 2000;
const COLLECTIONS = [
  ...COMPANY_COLLECTIONS,
  ...SERVICE_COLLECTIONS,
  ...BUSINESS_COLLECTIONS,
  ...SYSTEM_COLLECTIONS,
];

/** Rejects when the port is taken. `stop` drops open connections. */
export async function startConnectWise(options: ConnectWiseOptions): Promise<ConnectWiseSandbox> {
  const { tenant, rights = {}, clock = () => new Date() } = options;
  const credentials: Credentials = {
    company: options.company ?? "brightharbor",
    publicKey: options.publicKey ?? "pubKeySandbox0001",
    privateKey: options.privateKey ?? "privKeySandbox0001",
    clientId: options.clientId ?? "7b9e3f52-52c1-4a34-9d0e-6f1e2c0b4a11",
  };
  const faults = options.faults ?? new Faults();
  const requests = makeRequestCounts();
  let codebase = options.codebase ?? "v2026_4";
  const versionCode = () => codebase.replace(/_/g, ".");

  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof CwError) return c.json(error.body(), error.status as 400);
    return c.json(new CwError(500, "InternalError", `The sandbox failed: ${error.message}`).body(), 500);
  });
  app.notFound((c) => c.json(new CwError(404, "NotFound", `No resource at ${c.req.path}`).body(), 404));
  app.use(countRequests(requests, options.onRequest));
  app.use(faults.middleware());
  app.use(async (c, next) => {
    if (options.latencyMs) await new Promise((resolve) => setTimeout(resolve, options.latencyMs));
    if (c.req.url.length > MAX_URL_LENGTH) return c.text("Request-URI Too Long", 414);
    return next();
  });
  app.get("/login/companyinfo/:company", (c) => {
    const company = c.req.param("company");
    if (company.toLowerCase() !== credentials.company.toLowerCase()) return answer(c, null);
    return answer(c, {
      CompanyName: "Bright Harbor IT",
      Codebase: `${codebase}/`,
      VersionCode: versionCode(),
      VersionNumber: `${versionCode()}.10412`,
      CompanyID: credentials.company,
      IsCloud: true,
      SiteUrl: new URL(c.req.url).host,
    });
  });
  serveInlineImages(app, tenant);

  const base = "/:codebase/apis/3.0";
  const limit = throttle(options.ratePerMinute, () => performance.now());
  app.use(`${base}/*`, limit.middleware);
  app.use(`${base}/*`, async (c, next) => {
    const asked = c.req.param("codebase");
    if (asked !== codebase && asked !== CLOUD_ALIAS) throw new CwError(404, "NotFound", "No such codebase");
    return next();
  });
  app.use(`${base}/*`, authenticate(credentials, options.wrongCredentials ?? 401));
  app.get(`${base}/system/info`, (c) =>
    answer(c, {
      version: `${versionCode()}.10412`,
      isCloud: true,
      serverTimeZone: "Pacific Standard Time",
      cloudRegion: "NA",
    }),
  );
  app.get(`${base}/system/mySecurity`, (c) => answer(c, buildMySecurity(rights)));
  const desk = {
    tenant,
    rights,
    forbiddenBoards: options.forbiddenBoards ?? [],
    closedFlagTimesOut: options.closedFlagTimesOut ?? false,
    nowMs: () => clock().getTime(),
  };
  for (const one of COLLECTIONS) serveCollection(app, base, one, desk);
  serveDocuments(app, base, tenant);
  // Which resource types bundles take isn't documented; here none: clients that probe fall back to single reads.
  app.post(`${base}/system/bundles`, () => {
    throw new CwError(404, "NotFound", "Bundles aren't available");
  });
  app.on(["POST", "PUT", "PATCH", "DELETE"], `${base}/*`, () => {
    throw new CwError(405, "MethodNotAllowed", "This stand-in is read only");
  });

  const served = await serve(app, options.port);
  return {
    url: served.url,
    credentials,
    faults,
    requests,
    windows: limit.windows,
    tenant: { ...tenant, ...mutateTenant(tenant, clock) },
    moveCodebase(next) {
      codebase = next;
    },
    stop: () => served.close(),
  };
}
