// Parses ConnectWise's condition language into a tree.
// condition := and ("or" and)* ; and := unary ("and" unary)* ; unary := "not" unary | "(" condition ")" | comparison
import { badField } from "../cw-error.ts";
import { type Literal, type Token, tokenize } from "./tokenize.ts";

export type Operator = "=" | "!=" | "<" | "<=" | ">" | ">=" | "contains" | "like" | "in";

export type Condition =
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  | {
      readonly kind: "compare";
      readonly path: readonly string[];
      readonly operator: Operator;
      readonly values: readonly Literal[];
    };

const SYMBOLS = new Set(["=", "!=", "<", "<=", ">", ">="]);
const WORDS = new Set(["contains", "like", "in"]);

/** Throws a CwError 400 for what isn't a condition. `parameter` names the query parameter in the error. */
export function parseCondition(source: string, parameter = "conditions"): Condition {
  const tokens = tokenize(source, parameter);
  let at = 0;
  const fail = (): never => {
    throw badField(parameter, `Cannot parse ${parameter} near token ${at + 1}: ${source}`);
  };
  const word = (token: Token | undefined, text: string) =>
    token?.kind === "word" && token.text.toLowerCase() === text;
  const symbol = (text: string) => {
    const token = tokens[at];
    if (token?.kind !== "symbol" || token.text !== text) return false;
    at += 1;
    return true;
  };
  const literal = (): Literal => {
    const token = tokens[at];
    if (token?.kind !== "literal") return fail();
    at += 1;
    return token.value;
  };
  const list = (): Literal[] => {
    if (!symbol("(")) fail();
    const values = [literal()];
    while (symbol(",")) values.push(literal());
    if (!symbol(")")) fail();
    return values;
  };
  const operator = (): Operator => {
    const token = tokens[at];
    at += 1;
    if (token?.kind === "symbol" && SYMBOLS.has(token.text)) return token.text as Operator;
    if (token?.kind === "word" && WORDS.has(token.text.toLowerCase()))
      return token.text.toLowerCase() as Operator;
    at -= 1;
    return fail();
  };
  const comparison = (): Condition => {
    const token = tokens[at];
    if (token?.kind !== "word") return fail();
    at += 1;
    const negated = word(tokens[at], "not");
    if (negated) at += 1;
    const op = operator();
    if (negated && SYMBOLS.has(op)) fail();
    const values = op === "in" ? list() : [literal()];
    const compare: Condition = { kind: "compare", path: token.text.split("/"), operator: op, values };
    return negated ? { kind: "not", part: compare } : compare;
  };
  const unary = (): Condition => {
    if (word(tokens[at], "not")) {
      at += 1;
      return { kind: "not", part: unary() };
    }
    if (!symbol("(")) return comparison();
    const inner = chain("or");
    if (!symbol(")")) fail();
    return inner;
  };
  const chain = (joint: "or" | "and"): Condition => {
    const next = joint === "or" ? () => chain("and") : unary;
    const first = next();
    const parts = [first];
    while (word(tokens[at], joint)) {
      at += 1;
      parts.push(next());
    }
    return parts.length === 1 ? first : { kind: joint === "or" ? "any" : "all", parts };
  };
  const condition = chain("or");
  if (at < tokens.length) fail();
  return condition;
}

/** Every comparison in a tree. */
export function comparisonsOf(condition: Condition): Extract<Condition, { kind: "compare" }>[] {
  if (condition.kind === "compare") return [condition];
  if (condition.kind === "not") return comparisonsOf(condition.part);
  return condition.parts.flatMap(comparisonsOf);
}
