// Form controls for every element that holds a value.
import { type Given, optionsOf } from "../acting/element-value.ts";
import type { Element } from "../types.ts";
import { useWorld } from "./act.ts";
import { asList, asText } from "./given.ts";

type Loose = Record<string, unknown>;

interface ControlProps {
  readonly element: Element;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

const label = (part: unknown): string => String((part as Loose | undefined)?.text ?? "");

const choicesOf = (element: Element): Choice[] =>
  optionsOf(element).map((option) => ({
    value: String(option.value),
    label: label(option.text),
    ...(option.description ? { hint: label(option.description) } : {}),
  }));

/** People or channels, for the selects whose options Slack knows itself. */
function useKnownChoices(element: Element): Choice[] {
  const { snapshot } = useWorld();
  if (element.type.includes("users")) return snapshot.people.map((p) => ({ value: p.id, label: p.name }));
  if (element.type.includes("channels") || element.type.includes("conversations"))
    return snapshot.channels.map((c) => ({ value: c.id, label: c.isIm ? "Direct message" : `#${c.name}` }));
  return choicesOf(element);
}

function SingleSelect({ element, given, onChange }: ControlProps) {
  const choices = useKnownChoices(element);
  return (
    <select
      className="control control-select"
      data-testid={`select-${element.action_id}`}
      value={asText(given)}
      onChange={(event) => onChange(event.target.value || null)}
    >
      <option value="">{label(element.placeholder) || "Choose an option"}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** Checkboxes, radio buttons and menus of several, all as lists to tick. */
function TickList({ element, given, onChange, single }: ControlProps & { single: boolean }) {
  const choices = useKnownChoices(element);
  const chosen = asList(given);
  const toggle = (value: string) => {
    if (single) onChange(value);
    else onChange(chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value]);
  };
  return (
    <div className="ticks" data-testid={`select-${element.action_id}`}>
      {choices.map((choice) => (
        <label key={choice.value} className="tick">
          <input
            type={single ? "radio" : "checkbox"}
            checked={chosen.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
    </div>
  );
}

const inputTypes: Record<string, string> = {
  datepicker: "date",
  timepicker: "time",
  datetimepicker: "datetime-local",
  email_text_input: "email",
  url_text_input: "url",
  number_input: "number",
};

function TextInput({ element, given, onChange }: ControlProps) {
  const shared = {
    className: "control",
    "data-testid": `input-${element.action_id}`,
    placeholder: label(element.placeholder),
    value: asText(given),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value || null),
  };
  if (element.multiline === true) return <textarea rows={4} {...shared} />;
  return <input type={inputTypes[element.type] ?? "text"} autoComplete="off" {...shared} />;
}

export function ElementControl(props: ControlProps) {
  const { type } = props.element;
  if (type === "checkboxes" || type === "radio_buttons" || type.startsWith("multi_"))
    return <TickList {...props} single={type === "radio_buttons"} />;
  if (type.endsWith("_select")) return <SingleSelect {...props} />;
  return <TextInput {...props} />;
}
