CREATE TABLE "report_row" (
	"migration_id" text NOT NULL,
	"report" text NOT NULL,
	"number" integer NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"verdict" text NOT NULL,
	"searched" text NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "report_row_migration_id_report_number_pk" PRIMARY KEY("migration_id","report","number")
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"name" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "report_row_verdict" ON "report_row" USING btree ("migration_id","report","verdict","number");--> statement-breakpoint
CREATE INDEX "report_row_source" ON "report_row" USING btree ("migration_id","report","source_type","source_id");