// Where one writes: mentions of the app and its command are offered while typing.
import { useRef, useState } from "react";
import { useWorld } from "./act.ts";

interface Props {
  readonly channel: string;
  readonly thread?: string;
  readonly placeholder: string;
}

export function Composer({ channel, thread, placeholder }: Props) {
  const { snapshot, act } = useWorld();
  const [text, setText] = useState("");
  const box = useRef<HTMLTextAreaElement>(null);
  const { command, bot } = snapshot;
  const mention = `@${bot.name} `;
  const typing = text.split(/\s/).at(-1) ?? "";
  const offers = [
    { insert: mention, hint: "Mention the app", fits: typing.startsWith("@") && typing !== mention.trim() },
    {
      insert: `${command} `,
      hint: "Talk to the app by command",
      fits: text.startsWith("/") && !text.includes(" "),
    },
  ].filter((offer) => offer.fits && offer.insert.toLowerCase().startsWith(typing.toLowerCase()));

  const put = (next: string) => {
    setText(next);
    box.current?.focus();
  };
  const accept = (insert: string) => put(text.slice(0, text.length - typing.length) + insert);
  const send = () => {
    const written = text.trim();
    if (written === "") return;
    setText("");
    const isCommand = written === command || written.startsWith(`${command} `);
    if (isCommand) void act({ do: "command", text: written.slice(command.length).trim(), channel });
    else void act({ do: "say", text: written, channel, ...(thread ? { thread } : {}) });
  };

  const id = thread ? "thread-" : "";
  return (
    <div className="composer">
      {offers.length > 0 ? (
        <div className="offers" data-testid="offers">
          {offers.map((offer) => (
            <button key={offer.insert} type="button" onClick={() => accept(offer.insert)}>
              <b>{offer.insert}</b> {offer.hint}
            </button>
          ))}
        </div>
      ) : null}
      <textarea
        ref={box}
        data-testid={`${id}composer`}
        rows={Math.min(6, text.split("\n").length)}
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const [offer] = offers;
          if (event.key === "Tab" && offer) {
            event.preventDefault();
            accept(offer.insert);
          }
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div className="composer-foot">
        <button
          type="button"
          className="chip"
          data-testid={`${id}mention`}
          onClick={() => put(text.startsWith(mention) ? text : mention + text)}
        >
          @{bot.name}
        </button>
        {thread ? null : (
          <button type="button" className="chip" data-testid="slash" onClick={() => put(`${command} `)}>
            {command}
          </button>
        )}
        <button
          type="button"
          className="send"
          data-testid={`${id}send`}
          aria-label="Send"
          disabled={text.trim() === ""}
          onClick={send}
        >
          <svg viewBox="0 0 20 20" width="16" height="16" role="presentation">
            <path d="M2 3l16 7-16 7 3-7-3-7z" fill="currentColor" />
          </svg>
        </button>
      </div>
    </div>
  );
}
