// English: errors of connecting both systems, of what people decide, and of runs.
import type { DecidingErrors } from "../../../engine/model/sayings/errors-of-deciding.ts";
import type { Explained, TextsOf } from "../../say.ts";
import { either, list, some } from "../formats.ts";
import { roles, runs, states } from "./nouns.ts";

const NEW_LINK = "Ask Cutover in Slack for a new link.";

const approvals: Readonly<Record<DecidingErrors["not_approved"]["what"], Explained>> = {
  terms: {
    message: "The terms have not been confirmed yet.",
    remedy: "The customer presses the button for it first.",
  },
  plan: {
    message: "The customer has not approved this plan.",
    remedy: "The customer presses the button for it first.",
  },
  sample: {
    message: "The customer has not approved the sample.",
    remedy: "The customer presses the button for it first.",
  },
  silence: {
    message: "The customer has not confirmed the silence checklist.",
    remedy: "The customer presses the button for it first.",
  },
  cutover: {
    message: "No account manager has approved this cutover.",
    remedy: "An account manager, not the customer, presses the button.",
  },
  rollback: {
    message: "No account manager has approved this rollback.",
    remedy: "An account manager presses the button and types the confirmation.",
  },
  "sample-slice": {
    message: "No account manager has approved that this sample is written to production.",
    remedy: "An account manager, not the person who approved the plan, presses the button.",
  },
  "sample-removal": {
    message: "No account manager has approved that the sample is removed.",
    remedy: "An account manager presses the button.",
  },
};

export const decidingErrors: TextsOf<DecidingErrors, Explained> = {
  no_such_migration: ({ asked }) =>
    asked === "channel"
      ? {
          message: "There is no such migration.",
          remedy: "Start one by mentioning Cutover in a channel.",
        }
      : {
          message: "Nothing was ever moved between these two systems from here.",
          remedy: "Check FILE, and that CUTOVER_DATA or DATABASE_URL is the one of the migration.",
        },
  not_connected: () => ({
    message: "ConnectWise and Intercom are not connected yet.",
    remedy: "Ask Cutover for a link to enter the credentials.",
  }),
  no_staging_workspace: () => ({
    message: "No staging workspace is connected.",
    remedy: "Connect again and enter the token of a test workspace; Intercom gives one to every customer.",
  }),
  staging_is_production: ({ workspace }) => ({
    message: `Both tokens belong to the same Intercom workspace, ${workspace}.`,
    remedy: "Enter the token of a separate test workspace for staging, or leave it empty.",
  }),
  no_admins: ({ workspace }) =>
    workspace === undefined
      ? {
          message: "This Intercom workspace has no teammate with an inbox seat.",
          remedy:
            "Give at least one teammate a seat in Intercom: notes, closes and assignments need an author.",
        }
      : {
          message: `The Intercom workspace ${workspace} has no teammate with an inbox seat, so nobody could own or author what is moved.`,
          remedy: "Invite your technicians in Intercom first, then enter the token again.",
        },
  other_source: ({ known, tried }) => ({
    message: `This move reads ${known}, and these keys are for ${tried}. Records of two companies must not mix.`,
    remedy: `Enter the keys of ${known}, or begin another move in another channel.`,
  }),
  other_workspace: ({ environment, known, tried }) => ({
    message: `${environment === "staging" ? "The sample was written" : "This move writes"} to the Intercom workspace ${known}, and this token is of ${tried}. What was written to one can't be continued or taken back in another.`,
    remedy: `Enter a token of ${known}${environment === "staging" ? ", or leave the staging token empty" : ", or begin another move in another channel"}.`,
  }),
  link_unknown: () => ({ message: "This link is not one of ours.", remedy: NEW_LINK }),
  link_used: ({ meanwhile }) => ({
    message: meanwhile
      ? "This link was used in the meantime."
      : "This link was used already; each works once.",
    remedy: NEW_LINK,
  }),
  link_expired: ({ of }) => ({
    message:
      of === "credentials" ? "This link has expired; each works for an hour." : "This link has expired.",
    remedy: NEW_LINK,
  }),
  link_guessed: () => ({
    message: "The code was wrong too often, so this link is void. Nothing was saved.",
    remedy: NEW_LINK,
  }),
  wrong_link_code: ({ triesLeft }) => ({
    message: "The code is not the one that Cutover showed beside this link in Slack.",
    remedy: `Look there again; ${some(triesLeft, "try is", "tries are")} left.`,
  }),
  no_source: () => ({
    message: "No source is named.",
    remedy: "Name ConnectWise's API or a folder of CSV exports.",
  }),
  no_survey: () => ({
    message: "The source has not been surveyed yet.",
    remedy: "Survey it first.",
  }),
  no_field_map: () => ({ message: "There is no field map yet.", remedy: "Let one be proposed first." }),
  no_such_row: () => ({
    message: "The map has no such row any more.",
    remedy: "Open the map again and repeat the change.",
  }),
  invalid_map: ({ issues }, { say }) => ({
    message: `The field map can't be used. ${issues.map(say).join(" ")}`,
    remedy: "Correct the rows that are named, or let a new map be proposed.",
  }),
  no_plan: () => ({ message: "There is no plan yet.", remedy: "Make one first and look at it." }),
  approval_void: ({ since }) =>
    since === "full-run"
      ? {
          message: "The map or the workspace changed since the full run was approved.",
          remedy: "Make a plan again, have it approved, and run it in full: it writes only what differs.",
        }
      : since === "approval"
        ? {
            message:
              "The map or the workspace changed since this run was approved, so it stopped before it wrote anything more.",
            remedy:
              "Make a plan again, have it approved, and begin the run anew: it writes only what differs.",
          }
        : {
            message:
              "This is not the current plan: the map, the scope or the workspace changed since, or the hash is another plan's.",
            remedy: "Look at the plan again, and approve the new one.",
          },
  not_your_decision: (args) => ({
    message: `This decision is the ${either(args.roles.map((role) => roles[role]))}'s.`,
    remedy: "Ask them to press the button.",
  }),
  second_person_needed: () => ({
    message: "You approved the plan yourself; what is written to production takes two different people.",
    remedy: "Ask another account manager to approve it.",
  }),
  not_approved: ({ what }) => approvals[what],
  staging_connected: () => ({
    message: "A staging workspace is connected, so samples go there and not to production.",
    remedy: "Look at the sample in the staging workspace.",
  }),
  sample_in_full_run: () => ({
    message: "The full run has gone on from the sample, so it can't be taken back alone.",
    remedy: "Roll back the whole migration if it has to go.",
  }),
  teams_missing: ({ teams }) => ({
    message: `${teams.length === 1 ? "This team doesn't" : "These teams don't"} exist in Intercom yet: ${list(teams)}.`,
    remedy: `Create ${teams.length === 1 ? "it" : "them"} in Intercom (no program can), or give ${teams.length === 1 ? "its board" : "their boards"} another team in the map.`,
  }),
  no_full_run: () => ({
    message: "There is no finished full run that this could continue.",
    remedy: "Finish the full run first.",
  }),
  no_such_run: () => ({
    message: "There is no such run.",
    remedy: "Look at the migration's status.",
  }),
  run_in_progress: ({ kind }) =>
    kind === undefined
      ? {
          message: "Another Cutover process is executing this run.",
          remedy: "Wait for it, or stop that process; this one can then go on where it stopped.",
        }
      : {
          message: `A ${runs[kind]} is under way, and needs what would be deleted.`,
          remedy: "Wait until it has ended, or cancel it first.",
        },
  rollback_unfinished: ({ state }) => ({
    message: `The rollback is ${states[state]}.`,
    remedy: "Run it again: it goes on where it stopped.",
  }),
  no_certificate_yet: () => ({
    message: "Nothing was verified yet, so there is no certificate.",
    remedy: "Run `cutover verify FILE` first.",
  }),
  no_certificate: ({ field }) => ({
    message: `This is no certificate of Cutover: "${field}" is missing or wrong.`,
    remedy: "Export it again with `cutover certificate export FILE --out certificate.json`.",
  }),
  directory_unwritable: ({ directory }) => ({
    message: `The folder ${directory} can't be written to.`,
    remedy: "Name another one with --out, or correct its rights.",
  }),
  rate_card_invalid: ({ field, problem }) => ({
    message: `The rate card can't be used: ${field === undefined ? "it is not valid JSON" : `${field}: ${problem}`}.`,
    remedy: 'Write it like {"currency": "USD", "base": 1500, "perThousandTickets": 40}.',
  }),
};
