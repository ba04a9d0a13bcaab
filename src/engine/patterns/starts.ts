// Where in a document a pattern can begin.
import { Kind, Role } from "../tree/kinds";
import type { Tree } from "../tree/tree";
import type { Span } from "./area";
import { isAnyLoop } from "./definitions";
import type { MatchDocument } from "./document";
import { NEVER } from "./matching";
import { type CompiledPattern, type PatternNode, partOf } from "./pattern";

const CONSTANTS = [Kind.Identifier, Kind.Member, Kind.Binary, Kind.Template, Kind.Conditional] as const;
const STATEMENTS = [Kind.ExpressionStatement, Kind.Variable, Kind.Return, Kind.ImplicitReturn, Kind.Field] as const;

/** Whether what stands at a row is, there, what a pattern's root is. */
export function mayStart(document: MatchDocument, root: PatternNode, row: number): boolean {
  const { tree } = document;
  const { scopes, functionsAsMembers } = document.language.pattern;
  const role = tree.role[row]!;
  if (scopes && role === Role.Object && isScope(document, row)) return false;
  switch (tree.kind[row]) {
    case Kind.Variable:
      // What the header of a `for` declares is no statement.
      return role !== Role.Init;
    case Kind.String:
      // The path of an import is no expression, and no key of an object is.
      return role !== Role.Module && (role !== Role.Key || tree.kind[tree.parent[tree.parent[row]!]!] !== Kind.Object);
    case Kind.Template:
      return tree.kind[tree.parent[row]!] !== Kind.TaggedTemplate;
    case Kind.Tuple:
    case Kind.Array:
      // What a loop, a `with` or a `case` takes apart is declared there.
      return !isTakenApart(tree, row);
    case Kind.Member:
      // `a::f` of a definition is its name.
      return role !== Role.Name || tree.kind[tree.parent[row]!] !== Kind.Function;
    case Kind.Function:
      return root.role !== Role.Member || role === Role.Member || role === Role.Element || functionsAsMembers === true;
    default:
      return true;
  }
}

/** Whether `::` follows. */
const isScope = ({ tree, text }: MatchDocument, row: number): boolean =>
  tree.kind[tree.parent[row]!] === Kind.Member && text.startsWith("::", tree.end[row]);

function isTakenApart(tree: Tree, row: number): boolean {
  const owner = tree.kind[tree.parent[row]!]!;
  if (tree.role[row] === Role.Test) return owner === Kind.Case && tree.kind[row] === Kind.Tuple;
  return tree.role[row] === Role.Target && TAKING_APART.has(owner);
}

const TAKING_APART: ReadonlySet<number> = new Set([Kind.ForEach, Kind.ComprehensionFor, Kind.WithItem]);

/** The last name of what a pattern of a call calls; undefined where any call, or other code, may be meant. */
export function calleeOf(root: PatternNode): string | undefined {
  if (root.kind !== Kind.Call && root.kind !== Kind.New) return undefined;
  let callee = partOf(root, Role.Callee);
  if (callee?.kind === Kind.TypeApply) callee = partOf(callee, Role.Value);
  if (!callee) return undefined;
  const last = callee.kind === Kind.Member ? partOf(callee, Role.Property) : callee;
  if (last?.type !== "node" || (last.kind !== Kind.Identifier && last.kind !== Kind.Name)) return undefined;
  return last.text;
}

/** Of a pattern of a call with a name: all calls with that name; undefined where any call, or other code, may be meant. */
export function namedCalls(document: MatchDocument, root: PatternNode): readonly number[] | undefined {
  const name = calleeOf(root);
  return name === undefined ? undefined : document.callsNamed(document.interner.find(name) || NEVER);
}

const kindsOf = new WeakMap<PatternNode, readonly number[]>();

/** The kinds that a pattern's root can match. */
export function startKinds(root: PatternNode): readonly number[] {
  let kinds = kindsOf.get(root);
  if (!kinds) {
    kinds = kindsMatched(root);
    kindsOf.set(root, kinds);
  }
  return kinds;
}

function kindsMatched(root: PatternNode): readonly number[] {
  if (root.type !== "node") return [Kind.String, Kind.StringPart, ...CONSTANTS];
  switch (root.kind) {
    case Kind.String:
      return [Kind.String, Kind.StringPart, ...CONSTANTS];
    case Kind.Number:
    case Kind.Boolean:
      return [root.kind, Kind.String, ...CONSTANTS];
    case Kind.Assign:
      return [Kind.Assign, Kind.Variable, Kind.Field];
    case Kind.Variable:
      return [Kind.Variable, Kind.Field];
    case Kind.Call:
      return [Kind.Call, Kind.TaggedTemplate, Kind.Unary];
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

/** The kinds of all rows in some spans. */
export function kindsIn(tree: Tree, spans: readonly Span[]): ReadonlySet<number> {
  const kinds = new Set<number>();
  for (const { from, to } of spans) for (let row = from; row < to; row++) kinds.add(tree.kind[row]!);
  return kinds;
}

/** The kinds of rows in which a pattern can begin; undefined where that is not certain. */
export function kindsBegun(
  shape: CompiledPattern["shape"],
  options: CompiledPattern["options"],
): readonly number[] | undefined {
  if (shape.type === "sequence") return LISTS;
  const { root } = shape;
  if (root.type === "metavariable" || root.type === "deep" || root.type === "ellipsis") return undefined;
  if (root.kind === Kind.Return || (root.kind === Kind.Assign && options.flddef_assign)) return undefined;
  return startKinds(root);
}

const LISTS = [Kind.Program, Kind.Block, Kind.Case, Kind.Class, Kind.Object] as const;

/** Between the statements' kinds: parts of statements. */
const NO_STATEMENTS: ReadonlySet<number> = new Set([
  ...[Kind.Case, Kind.Catch, Kind.Finally, Kind.WithItem, Kind.Lambda, Kind.Parameter],
  ...[Kind.Decorator, Kind.Modifier, Kind.ImportSpecifier],
]);

const EVERY_STATEMENT: readonly number[] = [
  Kind.Block,
  ...Array.from({ length: Kind.TypeAlias - Kind.ExpressionStatement + 1 }, (_, i) => Kind.ExpressionStatement + i),
].filter((kind) => !NO_STATEMENTS.has(kind));

const chained = (root: PatternNode): boolean => partOf(root, Role.Property)?.type === "ellipsis";
