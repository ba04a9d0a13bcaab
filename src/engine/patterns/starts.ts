// Where in a document a pattern can begin.
import { Kind, Role } from "../tree/kinds";
import { isAnyLoop } from "./definitions";
import { type PatternNode, partOf } from "./pattern";

const CONSTANTS = [Kind.Identifier, Kind.Member, Kind.Binary, Kind.Template, Kind.Conditional] as const;
const STATEMENTS = [Kind.ExpressionStatement, Kind.Variable, Kind.Return, Kind.ImplicitReturn, Kind.Field] as const;

/** The kinds that a pattern's root can match. */
export function startKinds(root: PatternNode): readonly number[] {
  if (root.type !== "node") return [Kind.String, Kind.StringPart, ...CONSTANTS];
  switch (root.kind) {
    case Kind.String:
      return [Kind.String, Kind.StringPart, ...CONSTANTS];
    case Kind.Number:
    case Kind.Boolean:
      return [root.kind, ...CONSTANTS];
    case Kind.Assign:
      return [Kind.Assign, Kind.Variable, Kind.Field];
    case Kind.Variable:
      return [Kind.Variable, Kind.Field];
    case Kind.Return:
      return [Kind.Return, Kind.ImplicitReturn];
    case Kind.ExpressionStatement:
      return partOf(root, Role.Value)?.type === "metavariable" ? EVERY_STATEMENT : STATEMENTS;
    case Kind.Member:
      return root.path
        ? [Kind.Member, Kind.Identifier]
        : chained(root)
          ? [Kind.Member, Kind.Identifier, Kind.Call]
          : [Kind.Member];
    case Kind.Import:
      return [Kind.Import, Kind.Variable];
    case Kind.Function:
      return partOf(root, Role.Name)?.type === "ellipsis" ? [Kind.Function, Kind.Lambda] : [Kind.Function];
    case Kind.For:
    case Kind.ForEach:
      return isAnyLoop(root) ? [Kind.For, Kind.ForEach] : [root.kind];
    case Kind.Array:
      return [Kind.Array, Kind.Comprehension];
    case Kind.Dict:
    case Kind.Set:
      return [Kind.Dict, Kind.Set, Kind.Comprehension];
    case Kind.Name:
      return [Kind.Identifier];
    default:
      return [root.kind];
  }
}

const EVERY_STATEMENT: readonly number[] = Array.from(
  { length: Kind.TypeAlias - Kind.ExpressionStatement + 1 },
  (_, i) => Kind.ExpressionStatement + i,
);

const chained = (root: PatternNode): boolean => partOf(root, Role.Property)?.type === "ellipsis";
