// Whether sampled values can be kept as a type: the same conversion that the transform will use.
import type { AttributeType } from "../model/desired.ts";
import { convertValue } from "../values/convert.ts";

/** The samples that `type` would lose. */
export function findUnfit(samples: readonly string[], type: AttributeType): readonly string[] {
  return samples.filter((sample) => convertValue(sample, type).kind === "unfit");
}
