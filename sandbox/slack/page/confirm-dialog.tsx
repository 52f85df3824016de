// The question before an action that has one.
type Loose = Record<string, unknown>;

const plain = (part: unknown, otherwise: string): string =>
  String((part as Loose | undefined)?.text ?? otherwise);

export function ConfirmDialog(props: { confirm: Loose; onConfirm: () => void; onDeny: () => void }) {
  const { confirm, onConfirm, onDeny } = props;
  const style = confirm.style === "danger" ? "danger" : "primary";
  return (
    <div className="overlay overlay-top" data-testid="confirm" role="dialog" aria-modal="true">
      <div className="dialog dialog-small">
        <header className="dialog-head">
          <h2>{plain(confirm.title, "Are you sure?")}</h2>
        </header>
        <div className="dialog-body">{plain(confirm.text, "")}</div>
        <footer className="dialog-foot">
          <button type="button" className="button" data-testid="confirm-cancel" onClick={onDeny}>
            {plain(confirm.deny, "Cancel")}
          </button>
          <button
            type="button"
            className={`button button-solid-${style}`}
            data-testid="confirm-ok"
            onClick={onConfirm}
          >
            {plain(confirm.confirm, "Confirm")}
          </button>
        </footer>
      </div>
    </div>
  );
}
