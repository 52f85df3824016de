// Where drizzle-kit finds the schema and writes the migrations (`npm run db:generate`).
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./drizzle/schema/migration.ts",
    "./drizzle/schema/proof.ts",
    "./drizzle/schema/run.ts",
    "./drizzle/schema/source.ts",
  ],
  out: "./drizzle/migrations",
});
