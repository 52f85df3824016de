// The modal on top of one's screen; what is typed stays here until it is submitted.
import { useState } from "react";
import { assembleValue, type Given, initialState } from "../acting/element-value.ts";
import type { ViewSeen } from "../snapshot.ts";
import type { Element } from "../types.ts";
import { type Surface, useWorld } from "./act.ts";
import { Blocks } from "./block-view.tsx";

/** Its state goes with the view: give it the view's id as key. */
export function Modal({ view }: { view: ViewSeen }) {
  const { act } = useWorld();
  const [typed, setTyped] = useState<Record<string, Given>>({});
  const [isBusy, setBusy] = useState(false);
  const inputs = view.blocks.filter((block) => block.type === "input");
  /** Only what the view still asks for. */
  const values = () =>
    Object.fromEntries(Object.entries(typed).filter(([id]) => inputs.some((block) => block.block_id === id)));

  const surface: Surface = {
    where: {},
    value: (blockId, actionId) => {
      const given = typed[blockId];
      const element = inputs.find((block) => block.block_id === blockId)?.element as Element | undefined;
      if (given !== undefined && element) return assembleValue(element, given);
      return view.state[blockId]?.[actionId] ?? initialState(view.blocks)[blockId]?.[actionId];
    },
    keep: (blockId, given) => setTyped((before) => ({ ...before, [blockId]: given })),
    typed: values,
  };
  const submit = async () => {
    setBusy(true);
    await act({ do: "submit", values: values() });
    setBusy(false);
  };

  return (
    <div className="overlay" data-testid="modal" role="dialog" aria-modal="true" aria-label={view.title}>
      <form
        className="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        noValidate
      >
        <header className="dialog-head">
          <h2>{view.title}</h2>
          <button type="button" className="x" aria-label="Close" onClick={() => void act({ do: "close" })}>
            ×
          </button>
        </header>
        <div className="dialog-body">
          <Blocks blocks={view.blocks} surface={surface} errors={view.errors} />
        </div>
        <footer className="dialog-foot">
          <button
            type="button"
            className="button"
            data-testid="modal-close"
            onClick={() => void act({ do: "close" })}
          >
            {view.close ?? (view.submit ? "Cancel" : "Close")}
          </button>
          {view.submit ? (
            <button
              type="submit"
              className="button button-solid-primary"
              data-testid="modal-submit"
              disabled={isBusy}
            >
              {view.submit}
            </button>
          ) : null}
        </footer>
      </form>
    </div>
  );
}
