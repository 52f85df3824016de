-- What is set of a migration moves out of the reports, newest revision first, into columns of its own.
ALTER TABLE "migration" ADD COLUMN "source" json;--> statement-breakpoint
ALTER TABLE "migration" ADD COLUMN "workspaces" json;--> statement-breakpoint
ALTER TABLE "migration" ADD COLUMN "deltas" json;--> statement-breakpoint
UPDATE "migration" SET
  "source" = (SELECT "data" FROM "document" WHERE "migration_id" = "migration"."id" AND "kind" = 'report'
    AND "name" = 'source-identity' ORDER BY "revision" DESC LIMIT 1),
  "workspaces" = (SELECT "data" FROM "document" WHERE "migration_id" = "migration"."id" AND "kind" = 'report'
    AND "name" = 'workspaces' ORDER BY "revision" DESC LIMIT 1),
  "deltas" = (SELECT "data" FROM "document" WHERE "migration_id" = "migration"."id" AND "kind" = 'report'
    AND "name" = 'delta-switch' ORDER BY "revision" DESC LIMIT 1);--> statement-breakpoint
DELETE FROM "document" WHERE "kind" = 'report' AND "name" IN ('source-identity', 'workspaces', 'delta-switch');
