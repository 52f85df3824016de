// Who one is: customer, account manager or stranger.
import { useWorld } from "./act.ts";
import { Avatar } from "./avatar.tsx";

const roles: Record<string, string> = {
  customer: "Customer",
  "account-manager": "Account manager",
  stranger: "Stranger",
};

export function UserSwitch({ onSwitch }: { onSwitch: (id: string) => void }) {
  const { snapshot } = useWorld();
  return (
    <fieldset className="switch" data-testid="user-switch">
      <legend className="quiet">You are</legend>
      {snapshot.people
        .filter((person) => person.role !== "bot")
        .map((person) => (
          <button
            key={person.id}
            type="button"
            className={person.id === snapshot.me ? "switch-on" : ""}
            aria-pressed={person.id === snapshot.me}
            data-testid={`user-${person.role}`}
            title={`${person.title} · ${person.team}`}
            onClick={() => onSwitch(person.id)}
          >
            <Avatar person={person} small />
            <span>
              {person.name}
              <small>{roles[person.role]}</small>
            </span>
          </button>
        ))}
    </fieldset>
  );
}
