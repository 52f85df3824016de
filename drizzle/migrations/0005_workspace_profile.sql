CREATE TABLE "workspace_profile" (
	"workspace_id" text PRIMARY KEY NOT NULL,
	"profile" json NOT NULL,
	"asked_at" text NOT NULL
);
