// A contact as the API shows it.
import { visibleAttributes } from "./custom-attributes.ts";
import type { Contact } from "./records.ts";
import type { Workspace } from "./workspace.ts";

/** Companies that a contact shows inline; the rest is behind `GET /contacts/{id}/companies`. */
const INLINE_COMPANIES = 10;

const NOTHING_KNOWN = Object.fromEntries(
  [
    "last_email_opened_at last_email_clicked_at language_override browser browser_version browser_language os",
    "android_app_name android_app_version android_device android_os_version android_sdk_version",
    "android_last_seen_at ios_app_name ios_app_version ios_device ios_os_version ios_sdk_version",
    "ios_last_seen_at",
  ]
    .join(" ")
    .split(" ")
    .map((name) => [name, null]),
);

export function buildContact(workspace: Workspace, contact: Contact) {
  const list = (name: string, data: object[], total: number) => ({
    data,
    url: `${workspace.url}/contacts/${contact.id}/${name}`,
    total_count: total,
    has_more: total > data.length,
  });
  const companies = contact.company_ids
    .slice(0, INLINE_COMPANIES)
    .map((id) => ({ type: "company", id, url: `${workspace.url}/companies/${id}` }));
  const { company_ids, archived, searchableAtMs, custom_attributes, email, avatar, ...rest } = contact;
  return {
    type: "contact",
    workspace_id: workspace.settings.workspaceId,
    ...rest,
    ...(email === null ? {} : { email, email_domain: email.slice(email.lastIndexOf("@") + 1) }),
    has_hard_bounced: false,
    marked_email_as_spam: false,
    ...NOTHING_KNOWN,
    custom_attributes: visibleAttributes(custom_attributes, (name) =>
      workspace.dataAttributeByName.has(name),
    ),
    avatar: avatar === null ? null : { type: "avatar", image_url: avatar },
    tags: list("tags", [], 0),
    notes: list("notes", [], 0),
    companies: list("companies", companies, company_ids.length),
    location: { type: "location", country: null, region: null, city: null },
    social_profiles: { data: [] },
  };
}
