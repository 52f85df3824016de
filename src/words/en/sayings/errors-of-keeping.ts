// English: errors of database, keys, files and jobs, and of starting the program.
import type { KeepingErrors } from "../../../engine/model/sayings/errors-of-keeping.ts";
import type { StartingErrors } from "../../../engine/model/sayings/errors-of-starting.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { list, megabytes, some } from "../formats.ts";

const OUR_FAULT = "This is a fault of the program: report it with the log's lines around it.";

export const keepingErrors: TextsOf<KeepingErrors, Explained> = {
  database_newer: ({ by, steps, program }) => ({
    message: `This database was changed by ${by === undefined ? "a newer program" : `the newer program "${by}"`}: it is ${some(steps, "schema step", "schema steps")} ahead of "${program}".`,
    remedy: "Start the newer program, or restore a backup that was made before the upgrade.",
  }),
  database_away: ({ detail = "connection closed" }) => ({
    message: `The database does not answer (${detail}).`,
    remedy: "Check that it runs and can be reached; work goes on by itself when it is back.",
  }),
  database_busy: ({ detail }) => ({
    message: `The database gave way to another writer (SQLSTATE ${detail}).`,
    remedy: "Nothing was written; it is tried again.",
  }),
  database_full: ({ detail }) => ({
    message: `The database is out of room (${detail}).`,
    remedy: "Give it more disk or memory, then resume.",
  }),
  database_refused: ({ detail }) => ({
    message: `The database refuses this user or this database name (SQLSTATE ${detail}).`,
    remedy: "Correct DATABASE_URL, or grant the rights, then start again.",
  }),
  database_error: ({ detail }) => ({
    message: `The database refused a query${detail === undefined ? "" : ` (SQLSTATE ${detail})`}.`,
    remedy: OUR_FAULT,
  }),
  database_down: ({ place, error }, { explain }) => ({
    message: `The database at ${place} can't be reached: ${explain(error).message}`,
    remedy: "Start PostgreSQL or correct DATABASE_URL; without DATABASE_URL the embedded database is used.",
  }),
  invalid_database_url: () => ({
    message: "DATABASE_URL is no address that can be read.",
    remedy:
      "Write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded.",
  }),
  directory_unusable: ({ directory }) => ({
    message: `The embedded database in ${directory} can't be opened.`,
    remedy:
      "Check the directory's rights and the free disk and memory (1 GB for the first start), or restore a backup of it.",
  }),
  folder_unusable: ({ directory, why }) => ({
    message: {
      make: `The data directory ${directory} can't be made or entered.`,
      owner: `The data directory ${directory} belongs to another user, who could read what is in it.`,
      shared: `The directory ${directory} is everybody's: customers' data can't be kept to ourselves in it.`,
      rights: `Other users can read the data directory ${directory}, and its rights can't be changed.`,
    }[why],
    remedy:
      "Give CUTOVER_DATA a directory that belongs to the user who starts Cutover and that nobody else may enter (chmod 700), on a file system that keeps rights.",
  }),
  directory_owned: ({ directory, owner }) => ({
    message: `The data directory ${directory} is in use by ${owner === undefined ? "another program" : `process ${owner.pid} ("${owner.command}"), since ${owner.since}`}.`,
    remedy:
      "Stop that program first, or set CUTOVER_DATA to another directory; several programs at once need PostgreSQL (DATABASE_URL).",
  }),
  migration_id_taken: ({ id }) => ({
    message: `A migration with the id ${id} exists under another key.`,
    remedy: "This is a fault of the program: ids must be random.",
  }),
  document_contended: ({ kind }) => ({
    message: `The document "${kind}" could not be saved: too many writers at once.`,
    remedy: "Try again; if it happens again, report it.",
  }),
  kept_unreadable: ({ what, place = "all of it" }) => ({
    message: `What is kept as ${what} can't be read by this program: ${place} has another form.`,
    remedy: "Start the version of Cutover that wrote it, or restore a backup.",
  }),
  secret_unreadable: ({ why }) => ({
    message: `A stored credential can't be read: ${
      why.kind === "unknown-form"
        ? "it was sealed in a way this program does not know"
        : why.kind === "altered"
          ? "it was altered in the database"
          : `it was sealed by key ${why.sealedBy}, and this program has key ${why.ours}`
    }.`,
    remedy: "Set CUTOVER_SECRET_KEY to the key it was stored with, or connect the systems again.",
  }),
  invalid_secret_key: () => ({
    message: "CUTOVER_SECRET_KEY is too short to protect anything.",
    remedy: "Set it to 32 random bytes: `openssl rand -base64 32`.",
  }),
  no_signing_key: () => ({ message: "The signing key could not be kept.", remedy: OUR_FAULT }),
  key_file_unusable: ({ path }) => ({
    message: `The key file ${path} can't be used.`,
    remedy:
      "Restore it from a backup, or set CUTOVER_SECRET_KEY; without the old key, connect the systems again.",
  }),
  blob_store_refused: ({ status }) => ({
    message: `The bucket for files refused a request (HTTP ${status}).`,
    remedy:
      "Check the CUTOVER_BLOBS_S3 variables: address with bucket, region, key; the key must read, write, list and delete. Then resume.",
  }),
  blob_store_away: () => ({
    message: "The bucket for files does not answer.",
    remedy: "Nothing to do unless it lasts; then look at the S3 service and the network.",
  }),
  no_blob_store: () => ({
    message: "A message has files, and this program was started without a place for them.",
    remedy: "Report this: whoever opens Intercom must give it the blob store.",
  }),
  file_too_large: ({ bytes }) => ({
    message: `The file is larger than ${megabytes(bytes)}.`,
    remedy: "It is named with its link instead; keep it reachable, or move it by hand.",
  }),
  file_lost: () => ({
    message: "A file that was downloaded is not in the store any more, or was changed there.",
    remedy:
      "Put the files back from their backup and run again; they must be kept between extraction and load.",
  }),
  disk_full: ({ directory }) => ({
    message: `The disk is full: attachments can't be kept in ${directory}.`,
    remedy: "Make room there or give CUTOVER_DATA a larger disk, then resume: it goes on where it stopped.",
  }),
  job_elsewhere: () => ({
    message: "An earlier attempt of this job still runs.",
    remedy: "Nothing is to be done: it is tried again later.",
  }),
  stopping: () => ({
    message: "The program is ending.",
    remedy: "Nothing is to be done: the work goes on at the next start.",
  }),
};

export const startingErrors: TextsOf<StartingErrors, Explained> = {
  invalid_environment: (args) => {
    switch (args.of) {
      case "values":
        return {
          message: `The environment can't be used: ${args.problems.join("; ")}.`,
          remedy: "Correct the named variables; README.md lists them all.",
        };
      case "slack":
        return {
          message: `Slack is set by half: ${list(args.missing)} ${args.missing.length === 1 ? "is" : "are"} missing.`,
          remedy: "Set what is missing, or none of Slack's variables for the sandbox.",
        };
      case "bucket":
        return {
          message: "The bucket for files is set by half.",
          remedy:
            "Set CUTOVER_BLOBS_S3_ENDPOINT, CUTOVER_BLOBS_S3_ACCESS_KEY_ID and CUTOVER_BLOBS_S3_SECRET_ACCESS_KEY, or none of them for a folder.",
        };
    }
  },
  invalid_file: ({ path, problem }) =>
    problem === undefined
      ? { message: `${path} can't be read.`, remedy: "Check the path." }
      : {
          message: `${path} can't be used. ${problem}`,
          remedy: "The README shows a complete example of the file.",
        },
  invalid_days: () => ({
    message: "--days is a number from 1 to 366.",
    remedy: "Leave it out for 30.",
  }),
  port_taken: ({ port }) => ({
    message: `Port ${port} is taken by another program.`,
    remedy: "Set PORT to a free one, or stop the other program.",
  }),
  no_way_to_slack: () => ({
    message: "Slack can't reach this program: there is neither a signing secret nor an app token.",
    remedy: "Set SLACK_SIGNING_SECRET for requests over HTTP, or SLACK_APP_TOKEN for Socket Mode.",
  }),
};
