// Reads a source path (`priority.name`, `customFields.12`, `timeEntries.hoursBilled`) from a record's view.

export type SourceValue = string | number | boolean;

/** The value at a dotted path; lists are joined by commas; undefined when nothing (or no scalar) is there. */
export function readPath(view: object, path: string): SourceValue | undefined {
  const [head, ...rest] = path.split(".");
  if (head === "customFields") return readCustomField(view, rest.join("."));
  let value: unknown = own(view, head ?? "");
  for (const key of rest) {
    if (typeof value !== "object" || value === null) return undefined;
    value = own(value, key);
  }
  return scalar(value);
}

function readCustomField(view: object, id: string): SourceValue | undefined {
  const fields = own(view, "customFields");
  if (!Array.isArray(fields)) return undefined;
  const field: unknown = fields.find(
    (one: unknown) => typeof one === "object" && one && own(one, "id") === id,
  );
  return typeof field === "object" && field !== null ? scalar(own(field, "value")) : undefined;
}

/** Own keys only: a path such as `__proto__` or `constructor` finds nothing. */
function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}

function scalar(value: unknown): SourceValue | undefined {
  if (Array.isArray(value)) {
    const parts = value.map(scalar).filter((part) => part !== undefined);
    return parts.length > 0 ? parts.join(", ") : undefined;
  }
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  return typeof value === "boolean" ? value : undefined;
}
