-- Runs and approvals are ordered by one sequence. What is there already is numbered by its clock, the last time:
-- an approval of the same moment as a run counts as older, so that it allows nothing.
ALTER TABLE "approval" ADD COLUMN "number" bigint;--> statement-breakpoint
CREATE TEMPORARY TABLE "order_so_far" AS
SELECT "what", "key", row_number() OVER (ORDER BY "moment", "what", "place") AS "number" FROM (
  SELECT 'approval' AS "what", "id"::text AS "key", "id" AS "place",
    max("at") OVER (PARTITION BY "migration_id" ORDER BY "id") AS "moment" FROM "approval"
  UNION ALL
  SELECT 'run', "id", "number",
    max(coalesce("started_at", '')) OVER (PARTITION BY "migration_id" ORDER BY "number") FROM "run"
) AS "moments";--> statement-breakpoint
UPDATE "approval" SET "number" = "order_so_far"."number" FROM "order_so_far"
WHERE "what" = 'approval' AND "key" = "approval"."id"::text;--> statement-breakpoint
UPDATE "run" SET "number" = "order_so_far"."number" FROM "order_so_far"
WHERE "what" = 'run' AND "key" = "run"."id";--> statement-breakpoint
SELECT setval('run_number_seq', greatest((SELECT count(*) FROM "order_so_far"), nextval('run_number_seq')));--> statement-breakpoint
DROP TABLE "order_so_far";--> statement-breakpoint
ALTER TABLE "approval" ALTER COLUMN "number" SET DEFAULT nextval('run_number_seq');--> statement-breakpoint
ALTER TABLE "approval" ALTER COLUMN "number" SET NOT NULL;
