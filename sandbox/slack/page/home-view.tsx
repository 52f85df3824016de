// The app's Home as its user sees it.
import { useEffect } from "react";
import { type Surface, useWorld } from "./act.ts";
import { Blocks } from "./block-view.tsx";

export function HomeView() {
  const { snapshot, act } = useWorld();
  const { home, me } = snapshot;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opening it, or switching person, is what the app hears of
  useEffect(() => {
    void act({ do: "home" });
  }, [me]);
  const surface: Surface = {
    where: {},
    value: (blockId, actionId) => home?.state[blockId]?.[actionId],
  };
  return (
    <main className="main">
      <header className="main-head">
        <h1>{snapshot.bot.name}</h1>
        <span className="shared">Home</span>
      </header>
      <div className="home" data-testid="home">
        {home ? (
          <Blocks blocks={home.blocks} surface={surface} />
        ) : (
          <p className="quiet">Nothing here yet.</p>
        )}
      </div>
    </main>
  );
}
