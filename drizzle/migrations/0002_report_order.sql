DROP INDEX "report_row_source";--> statement-breakpoint
CREATE INDEX "report_row_type" ON "report_row" USING btree ("migration_id","report","source_type","number");