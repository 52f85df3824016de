// A channel with its messages and composer, and a thread beside it.
import { useState } from "react";
import { useWorld } from "./act.ts";
import { Avatar } from "./avatar.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message-list.tsx";

export function ChannelView({ id }: { id: string }) {
  const { snapshot } = useWorld();
  const [thread, setThread] = useState<string>();
  const channel = snapshot.channels.find((one) => one.id === id);
  const here = snapshot.messages.filter((message) => message.channel === id);
  const replies = (ts: string) => here.filter((m) => m.threadTs === ts && m.ts !== ts);
  const name = channel?.isIm ? snapshot.bot.name : `#${channel?.name ?? ""}`;
  const members = snapshot.people.filter((person) => channel?.members.includes(person.id));
  const open = here.find((message) => message.ts === thread);
  const ephemeralIn = here.filter((m) => m.threadTs === undefined || m.threadTs === m.ts);
  return (
    <>
      <main className="main">
        <header className="main-head">
          <h1>{name}</h1>
          {channel?.isShared ? (
            <span className="shared" title="Shared with people of other companies">
              Shared channel
            </span>
          ) : null}
          <span className="faces" title={members.map((person) => person.name).join(", ")}>
            {members.map((person) => (
              <Avatar key={person.id} person={person} small />
            ))}
          </span>
        </header>
        {here.length === 0 ? (
          <div className="welcome">
            <h2>{name}</h2>
            <p>
              This channel is shared by the customer and their account manager. Write{" "}
              <b>@{snapshot.bot.name}</b> to talk to the app.
            </p>
          </div>
        ) : null}
        <MessageList messages={ephemeralIn} countReplies={(ts) => replies(ts).length} onThread={setThread} />
        <Composer channel={id} placeholder={`Message ${name}`} />
      </main>
      {open ? (
        <aside className="thread" data-testid="thread">
          <header className="main-head">
            <h1>Thread</h1>
            <button
              type="button"
              className="x"
              aria-label="Close thread"
              onClick={() => setThread(undefined)}
            >
              ×
            </button>
          </header>
          <MessageList messages={[open, ...replies(open.ts)]} countReplies={() => 0} />
          <Composer channel={id} thread={open.ts} placeholder="Reply…" />
        </aside>
      ) : null}
    </>
  );
}
