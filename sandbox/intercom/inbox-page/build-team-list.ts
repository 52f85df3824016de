// The left column: the teams with their counts, and the form that creates one.
import { html } from "hono/html";
import type { TeamCount } from "./assemble-list.ts";
import { buildHref, buildTeamAction, type InboxQuery } from "./inbox-query.ts";

export interface TeamForm {
  /** What the person typed when it was refused. */
  readonly name: string;
  readonly trouble: string | null;
  /** Name of the team just made. */
  readonly created: string | null;
}

function buildTeam(team: TeamCount, query: InboxQuery) {
  const href = buildHref(query, { team: team.id, page: 1, conversation: "" });
  const current = team.id === query.team ? "page" : "false";
  return html`<li><a class="team" href="${href}" aria-current="${current}" data-testid="team" data-team="${team.id}"><span>${team.name}</span><b>${team.count}</b></a></li>`;
}

function buildForm(form: TeamForm, query: InboxQuery) {
  const { trouble, created } = form;
  return html`<form class="new-team" method="post" action="${buildTeamAction(query)}">
<label for="team-name">Create a team</label>
<div class="field"><input id="team-name" name="name" value="${form.name}" required maxlength="100" autocomplete="off" placeholder="Its name" data-testid="team-name"${trouble === null ? "" : html` aria-invalid="true" aria-describedby="team-trouble"`}>
<button data-testid="create-team">Create</button></div>
${trouble === null ? "" : html`<p class="trouble" id="team-trouble" role="alert">${trouble}</p>`}
${created === null ? "" : html`<p class="created" role="status">Team “${created}” created.</p>`}
<p class="hint">Only people can create teams: Intercom's API has no call for it.</p>
</form>`;
}

export function buildTeamList(teams: readonly TeamCount[], query: InboxQuery, form: TeamForm) {
  return html`<nav class="teams" aria-label="Teams"><h2>Teams</h2><ul>${teams.map((team) => buildTeam(team, query))}</ul>${buildForm(form, query)}</nav>`;
}
