// A person's square with initials; the app's with its mark.
import type { PersonSeen } from "../snapshot.ts";
import { initials } from "./format.ts";

export function Avatar({ person, small = false }: { person: PersonSeen | undefined; small?: boolean }) {
  const role = person?.role ?? "stranger";
  return (
    <span className={`avatar avatar-${role} ${small ? "avatar-small" : ""}`} aria-hidden="true">
      {role === "bot" ? (
        <svg viewBox="0 0 24 24" width="60%" height="60%" role="presentation">
          <path
            d="M4 7h9a4 4 0 0 1 4 4v6m0 0-3.2-3.2M17 17l3.2-3.2M4 17h5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.2"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      ) : (
        initials(person?.name ?? "?")
      )}
    </span>
  );
}
