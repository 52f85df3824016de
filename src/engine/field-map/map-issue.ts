// One finding about a map.

export interface MapIssue {
  /** `error`: nothing may be written. `question`: a person should look. `warning`: know it. */
  readonly severity: "error" | "question" | "warning";
  readonly code: string;
  /** Row that it is about: a field rule's id, `board:ID`, `status:BOARD/ID`, `member:ID`, or `map`. */
  readonly row: string;
  readonly sentence: string;
}

export const makeIssue = (
  severity: MapIssue["severity"],
  code: string,
  row: string,
  sentence: string,
): MapIssue => ({ severity, code, row, sentence });
