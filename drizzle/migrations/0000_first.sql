CREATE TABLE "approval" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"migration_id" text NOT NULL,
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"role" text NOT NULL,
	"actor_team" text NOT NULL,
	"actor_user" text NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"migration_id" text NOT NULL,
	"sequence" integer NOT NULL,
	"at" text NOT NULL,
	"actor" json NOT NULL,
	"event" text NOT NULL,
	"detail" json NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_migration_id_sequence_pk" PRIMARY KEY("migration_id","sequence")
);
--> statement-breakpoint
CREATE TABLE "connection" (
	"migration_id" text NOT NULL,
	"system" text NOT NULL,
	"sealed" text NOT NULL,
	"workspace" json,
	CONSTRAINT "connection_migration_id_system_pk" PRIMARY KEY("migration_id","system")
);
--> statement-breakpoint
CREATE TABLE "conversation_state" (
	"migration_id" text PRIMARY KEY NOT NULL,
	"state" json NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"key" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"migration_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"revision" integer NOT NULL,
	"hash" text NOT NULL,
	"data" json NOT NULL,
	"saved_by" json,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_migration_id_kind_name_revision_unique" UNIQUE("migration_id","kind","name","revision")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "migration" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"channel_team" text,
	"channel_id" text,
	"created_by_team" text NOT NULL,
	"created_by_user" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "migration_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "one_time_link" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"migration_id" text NOT NULL,
	"person_team" text NOT NULL,
	"person_user" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "program" (
	"name" text PRIMARY KEY NOT NULL,
	"schema_tag" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exception" (
	"number" bigserial NOT NULL,
	"migration_id" text NOT NULL,
	"environment" text NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"remedy" text NOT NULL,
	"request_id" text,
	"run_id" text NOT NULL,
	"resolved" boolean DEFAULT false NOT NULL,
	CONSTRAINT "exception_migration_id_environment_source_type_source_id_code_pk" PRIMARY KEY("migration_id","environment","source_type","source_id","code")
);
--> statement-breakpoint
CREATE TABLE "link" (
	"migration_id" text NOT NULL,
	"environment" text NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"destination_id" text NOT NULL,
	"operation_id" bigint NOT NULL,
	CONSTRAINT "link_migration_id_environment_source_type_source_id_pk" PRIMARY KEY("migration_id","environment","source_type","source_id")
);
--> statement-breakpoint
CREATE TABLE "operation" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"migration_id" text NOT NULL,
	"environment" text NOT NULL,
	"run_id" text NOT NULL,
	"source_type" text NOT NULL,
	"source_id" text NOT NULL,
	"step" text NOT NULL,
	"content_hash" text NOT NULL,
	"state" text NOT NULL,
	"superseded" boolean DEFAULT false NOT NULL,
	"action_kind" text,
	"action" json,
	"sent_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"destination_id" text,
	"created" boolean,
	"before" json,
	"request_id" text,
	"error_code" text,
	"error_message" text
);
--> statement-breakpoint
CREATE TABLE "pace_window" (
	"credential" text PRIMARY KEY NOT NULL,
	"row" json NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run" (
	"id" text PRIMARY KEY NOT NULL,
	"number" bigserial NOT NULL,
	"migration_id" text NOT NULL,
	"kind" text NOT NULL,
	"environment" text NOT NULL,
	"scope" json NOT NULL,
	"plan_hash" text,
	"state" text NOT NULL,
	"progress" json NOT NULL,
	"reason" text,
	"started_at" text,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "checkpoint" (
	"migration_id" text NOT NULL,
	"type" text NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "checkpoint_migration_id_type_pk" PRIMARY KEY("migration_id","type")
);
--> statement-breakpoint
CREATE TABLE "source_record" (
	"migration_id" text NOT NULL,
	"type" text NOT NULL,
	"id" text NOT NULL,
	"id_number" bigint NOT NULL,
	"parent_id" text,
	"email" text,
	"data" json NOT NULL,
	"hash" text NOT NULL,
	"last_updated" text,
	"staged_at" timestamp with time zone NOT NULL,
	"deleted_at" timestamp with time zone,
	CONSTRAINT "source_record_migration_id_type_id_pk" PRIMARY KEY("migration_id","type","id")
);
--> statement-breakpoint
CREATE INDEX "approval_migration_id_id_index" ON "approval" USING btree ("migration_id","id");--> statement-breakpoint
CREATE INDEX "delivery_seen_at_index" ON "delivery" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "document_migration_id_kind_hash_index" ON "document" USING btree ("migration_id","kind","hash");--> statement-breakpoint
CREATE INDEX "exception_open" ON "exception" USING btree ("migration_id","environment","number") WHERE not "exception"."resolved";--> statement-breakpoint
CREATE INDEX "link_destination" ON "link" USING btree ("migration_id","environment","destination_id");--> statement-breakpoint
CREATE INDEX "link_operation" ON "link" USING btree ("operation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operation_repeat" ON "operation" USING btree ("migration_id","environment","source_type","source_id","step","content_hash") WHERE "operation"."state" <> 'undone' and not "operation"."superseded";--> statement-breakpoint
CREATE INDEX "operation_state" ON "operation" USING btree ("migration_id","environment","state","id");--> statement-breakpoint
CREATE INDEX "run_latest" ON "run" USING btree ("migration_id","number");--> statement-breakpoint
CREATE INDEX "run_active" ON "run" USING btree ("number") WHERE "run"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "source_record_order" ON "source_record" USING btree ("migration_id","type","id_number","id");--> statement-breakpoint
CREATE INDEX "source_record_parent" ON "source_record" USING btree ("migration_id","parent_id") WHERE "source_record"."type" = 'timeEntry';--> statement-breakpoint
CREATE INDEX "source_record_email" ON "source_record" USING btree ("migration_id","email") WHERE "source_record"."type" = 'contact' and "source_record"."email" is not null;