// All tables: one schema for PGlite and PostgreSQL, and one folder of migrations beside it.
export * from "./schema/migration.ts";
export * from "./schema/proof.ts";
export * from "./schema/run.ts";
export * from "./schema/source.ts";
