ALTER TABLE "exception" ADD COLUMN "saying" json;--> statement-breakpoint
ALTER TABLE "run" ADD COLUMN "saying" json;