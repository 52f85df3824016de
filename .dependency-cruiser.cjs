// The walls of the house: who may import whom (docs/architecture.md). Checked by `npm run check` and by a test.
const PURE = [
  "^src/engine/model/",
  "^src/engine/field-map/",
  "^src/engine/transform/",
  "^src/engine/converge/",
  "^src/bot/conversation/",
  "^src/bot/blocks/",
];
const IO = [
  ...[
    "fs",
    "fs/promises",
    "net",
    "http",
    "https",
    "tls",
    "dns",
    "child_process",
    "worker_threads",
    "timers",
    "os",
  ].map((m) => `^(node:)?${m}$`),
  ...[
    "undici",
    "pino",
    "postgres",
    "pg-boss",
    "drizzle-orm",
    "@slack",
    "openai",
    "hono",
    "@hono",
    "@electric-sql",
    "p-queue",
  ].map((p) => `node_modules/${p}/`),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "faces-know-the-engine-only-by-its-door",
      comment:
        "bot, web and the command line import engine/index, engine/engine, engine/errors, model, field-map and config only",
      severity: "error",
      from: { path: "^src/(bot|web|cli)/" },
      to: {
        path: "^src/",
        pathNot:
          "^src/engine/(index|engine|errors)\\.ts$|^src/engine/(model|field-map)/|^src/config\\.ts$|^src/$1/",
      },
    },
    {
      name: "llm-knows-model-and-field-map",
      severity: "error",
      from: { path: "^src/llm/" },
      to: { path: "^src/", pathNot: "^src/llm/|^src/engine/(model|field-map)/|^src/engine/errors\\.ts$" },
    },
    {
      name: "engine-knows-no-face",
      severity: "error",
      from: { path: "^src/engine/" },
      to: { path: "^src/(bot|web|llm|cli|main\\.ts|config\\.ts)" },
    },
    {
      name: "pure-rooms-do-no-io",
      severity: "error",
      from: { path: PURE },
      to: { path: IO, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-engine-rooms-know-each-other-only",
      severity: "error",
      from: { path: "^src/engine/(model|field-map|transform|converge)/" },
      to: {
        path: "^src/",
        pathNot: "^src/engine/(model|field-map|transform|converge)/|^src/engine/errors\\.ts$",
      },
    },
    {
      name: "rows-stop-in-store",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/(store|journal|pace|jobs)/" },
      to: { path: "^drizzle/|node_modules/(drizzle-orm|postgres|@electric-sql)/" },
    },
    {
      name: "slack-stops-in-bot",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/bot/" },
      to: { path: "node_modules/@slack/" },
    },
    {
      name: "vendors-stop-in-their-adapters",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/engine/(source|destination)/|^src/engine/(index|connectors)\\.ts$" },
      to: { path: "^src/engine/(source|destination)/(connectwise|csv|intercom)/" },
    },
    {
      name: "sandbox-imports-nothing-of-src",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^src/" },
    },
    {
      name: "only-main-starts-the-sandbox",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/main\\.ts$" },
      to: { path: "^sandbox/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
