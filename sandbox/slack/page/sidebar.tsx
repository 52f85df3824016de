// Channels, direct messages and the app's Home.
import { useWorld } from "./act.ts";
import { Avatar } from "./avatar.tsx";

export type Place = { readonly kind: "channel"; readonly id: string } | { readonly kind: "home" };

export function Sidebar({ place, onGo }: { place: Place; onGo: (place: Place) => void }) {
  const { snapshot } = useWorld();
  const me = snapshot.people.find((person) => person.id === snapshot.me);
  const bot = snapshot.people.find((person) => person.role === "bot");
  const isAt = (id: string) => place.kind === "channel" && place.id === id;
  const item = (active: boolean) => `side-item ${active ? "side-active" : ""}`;
  return (
    <nav className="sidebar">
      <div className="side-team">{me?.team}</div>
      <div className="side-title">Channels</div>
      {snapshot.channels
        .filter((channel) => !channel.isIm)
        .map((channel) => (
          <button
            key={channel.id}
            type="button"
            className={item(isAt(channel.id))}
            data-testid={`channel-${channel.name}`}
            onClick={() => onGo({ kind: "channel", id: channel.id })}
          >
            <span className="side-mark">#</span> {channel.name}
          </button>
        ))}
      <div className="side-title">Apps</div>
      <button
        type="button"
        className={item(place.kind === "home")}
        data-testid="home-tab"
        onClick={() => onGo({ kind: "home" })}
      >
        <Avatar person={bot} small /> {bot?.name} <span className="side-hint">Home</span>
      </button>
      {snapshot.channels
        .filter((channel) => channel.isIm && snapshot.messages.some((m) => m.channel === channel.id))
        .map((channel) => (
          <button
            key={channel.id}
            type="button"
            className={item(isAt(channel.id))}
            data-testid="direct-message"
            onClick={() => onGo({ kind: "channel", id: channel.id })}
          >
            <Avatar person={bot} small /> {bot?.name} <span className="side-hint">Messages</span>
          </button>
        ))}
      <div className="side-me">
        <Avatar person={me} small />
        <span>
          {me?.name}
          <small>{me?.title}</small>
        </span>
      </div>
    </nav>
  );
}
