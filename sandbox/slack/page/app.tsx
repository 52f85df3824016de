// The page: one person's Slack, live.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import "slack-blocks-to-jsx/dist/style.css";
import { type MyAct, sendAct, WorldProvider } from "./act.ts";
import "./app.css";
import "./sidebar.css";
import "./messages.css";
import "./composer.css";
import "./dialogs.css";
import "./blocks.css";
import "./rich-blocks.css";
import "./phone.css";
import { ChannelView } from "./channel-view.tsx";
import { HomeView } from "./home-view.tsx";
import { Modal } from "./modal.tsx";
import { type Place, Sidebar } from "./sidebar.tsx";
import { useSnapshot } from "./use-snapshot.ts";
import { UserSwitch } from "./user-switch.tsx";

const firstUser = new URLSearchParams(location.search).get("user") ?? "U0DANA";

function App() {
  const [me, setMe] = useState(firstUser);
  const [place, setPlace] = useState<Place>();
  const [complaint, setComplaint] = useState<string>();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const snapshot = useSnapshot(me);
  if (!snapshot) return <div className="loading">Opening…</div>;

  const first = snapshot.channels.find((channel) => !channel.isIm)?.id ?? "";
  const isThere = place?.kind !== "channel" || snapshot.channels.some((channel) => channel.id === place.id);
  const at: Place = place && isThere ? place : { kind: "channel", id: first };
  const world = {
    snapshot,
    act: async (what: MyAct) => {
      const wrong = await sendAct(me, what);
      setComplaint(wrong);
      return wrong;
    },
  };
  const go = (to: Place) => {
    setPlace(to);
    setMenuOpen(false);
  };
  const switchTo = (id: string) => {
    setMe(id);
    setComplaint(undefined);
    history.replaceState(null, "", `?user=${encodeURIComponent(id)}`);
  };

  return (
    <WorldProvider value={world}>
      <div className={`page ${isMenuOpen ? "page-menu" : ""}`}>
        <header className="top">
          <button
            type="button"
            className="burger"
            aria-label="Channels"
            onClick={() => setMenuOpen(!isMenuOpen)}
          >
            ☰
          </button>
          <UserSwitch onSwitch={switchTo} />
          <span className="sandbox-mark">Sandbox</span>
        </header>
        <Sidebar place={at} onGo={go} />
        {at.kind === "home" ? <HomeView /> : <ChannelView key={at.id} id={at.id} />}
        {snapshot.modal ? <Modal key={snapshot.modal.id} view={snapshot.modal} /> : null}
        {complaint ? (
          <div className="complaint" role="alert" data-testid="complaint">
            {complaint}
            <button type="button" className="x" aria-label="Dismiss" onClick={() => setComplaint(undefined)}>
              ×
            </button>
          </div>
        ) : null}
      </div>
    </WorldProvider>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
