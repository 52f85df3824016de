// The walls of the house: who may import whom (docs/architecture.md). Checked by `npm run check` and by a test.
const PURE = [
  "^src/engine/model/",
  "^src/engine/values/",
  "^src/engine/field-map/",
  "^src/engine/transform/",
  "^src/engine/converge/",
  "^src/bot/conversation/",
  "^src/bot/cards/",
  "^src/bot/steps/",
  "^src/bot/blocks/",
  "^src/words/",
];
// What a pure room may use of Node and of npm: nothing that reads a clock, a disk, a network or a database.
const PURE_CORE = "^(node:)?(crypto|util|url|buffer)$";
const PURE_NPM = "node_modules/(zod|canonicalize|sanitize-html|entities)/";

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "faces-know-the-engine-only-by-its-door",
      comment:
        "bot, web and the command line import engine/index, engine/engine, engine/operator, engine/errors, model, field-map, words and config only",
      severity: "error",
      from: { path: "^src/(bot|web|cli)/" },
      to: {
        path: "^src/",
        pathNot:
          "^src/engine/(index|engine|operator|errors)\\.ts$|^src/engine/(model|field-map)/|^src/words/|^src/config\\.ts$|^src/$1/",
      },
    },
    {
      name: "llm-knows-model-values-and-field-map",
      severity: "error",
      from: { path: "^src/llm/" },
      to: {
        path: "^src/",
        pathNot: "^src/llm/|^src/engine/(model|values|field-map)/|^src/engine/errors\\.ts$",
      },
    },
    {
      name: "engine-knows-no-face",
      severity: "error",
      from: { path: "^src/engine/" },
      to: { path: "^src/(bot|web|llm|cli|words|main\\.ts|config\\.ts)" },
    },
    {
      name: "only-the-command-line-is-an-operator",
      comment: "an operator needs no clicks; who chats does",
      severity: "error",
      from: { path: "^src/(bot|web)/" },
      to: { path: "^src/engine/operator\\.ts$" },
    },
    {
      name: "pure-rooms-do-no-io",
      severity: "error",
      from: { path: PURE },
      to: { dependencyTypes: ["core"], pathNot: PURE_CORE },
    },
    {
      name: "pure-rooms-use-pure-libraries",
      severity: "error",
      from: { path: PURE },
      to: { path: "node_modules/", pathNot: PURE_NPM, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pure-engine-rooms-know-each-other-only",
      severity: "error",
      from: { path: "^src/engine/(model|values|field-map|transform|converge)/" },
      to: {
        path: "^src/",
        pathNot: "^src/engine/(model|values|field-map|transform|converge)/|^src/engine/errors\\.ts$",
      },
    },
    {
      name: "pure-bot-rooms-know-no-io-of-the-bot",
      severity: "error",
      from: { path: "^src/bot/(conversation|steps|cards|blocks)/" },
      to: {
        path: "^src/",
        pathNot:
          "^src/bot/(conversation|steps|cards|blocks)/|^src/words/|^src/bot/step-names\\.ts$|^src/engine/(engine|errors)\\.ts$|^src/engine/(model|field-map)/",
      },
    },
    {
      name: "words-know-values-alone",
      comment:
        "text is made from the engine's values and the names of the conversation's steps; nothing else",
      severity: "error",
      from: { path: "^src/words/" },
      to: {
        path: "^src/",
        pathNot: "^src/words/|^src/bot/step-names\\.ts$|^src/engine/(model|field-map)/",
      },
    },
    {
      name: "stages-stand-apart",
      comment:
        "a stage knows no other stage; what two of them need lies below, in desired/ or write/. Sample verifies.",
      severity: "error",
      from: { path: "^src/engine/stages/([^/]+)/", pathNot: "^src/engine/stages/sample/" },
      to: { path: "^src/engine/stages/", pathNot: "^src/engine/stages/$1/" },
    },
    {
      name: "of-the-stages-sample-knows-verify-alone",
      severity: "error",
      from: { path: "^src/engine/stages/sample/" },
      to: { path: "^src/engine/stages/", pathNot: "^src/engine/stages/(sample|verify)/" },
    },
    {
      name: "desired-and-write-lie-below-the-stages",
      severity: "error",
      from: { path: "^src/engine/(desired|write|source|destination|journal|store)/" },
      to: { path: "^src/engine/(stages|use-cases)/" },
    },
    {
      name: "listeners-are-thin-and-shell-is-below-them",
      severity: "error",
      from: { path: "^src/bot/(shell|slack)/" },
      to: { path: "^src/bot/(listeners|app\\.ts|middleware\\.ts)" },
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
      from: {
        path: "^src/",
        pathNot: "^src/engine/(source|destination)/|^src/engine/(index|connectors)\\.ts$",
      },
      to: { path: "^src/engine/(source|destination)/(connectwise|csv|intercom)/" },
    },
    {
      name: "sandbox-imports-nothing-of-src",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^src/" },
    },
    {
      name: "only-the-start-starts-the-sandbox",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/start/run-sandbox\\.ts$" },
      to: { path: "^sandbox/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    // SWC reads what is written, `import type` included (a test plants one), so no compiler is asked besides.
    parser: "swc",
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
