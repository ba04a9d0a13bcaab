// The vocabulary of the neutral tree. A language file maps its grammar's kinds to these; matching, names, constants and
// (later) the lowering to IR know no others. Kinds that a language does not map pass through by their grammar name.

/**
 * What a row is. "Leaf" rows have an atom (their text); on other rows the atom is the variant: the operator of `Binary`,
 * `Unary`, `CompoundAssign` and `Update`, the keyword of `Class`, the container of `Comprehension`, the marker of `Spread`.
 */
export enum Kind {
  None = 0,
  /** Text the grammar could not parse; its children are what it could. */
  Error,
  // Statement lists: children in Role.Statement.
  Program,
  Block,
  // Statements.
  ExpressionStatement, // Value
  If, // Condition, Then, Else?
  While, // Condition, Body, Else? (Python's, run unless the loop was left)
  DoWhile, // Body, Condition
  For, // Init?, Condition?, Update?, Body
  ForEach, // Modifier*, Target, Iterable, Body, Else?; variant: `in`, `of`
  Switch, // Subject, Case*
  Case, // Test* (alternatives; none: default), Condition? (Python's guard), Statement*
  Try, // Body, Catch*, Else?, Finally?
  Catch, // Type*, Target?, Body; variant: `*` (`except*`)
  Finally, // Body
  With, // Modifier*, Item*, Body
  WithItem, // Value, Target?; a `case … as name` too
  Return, // Value?
  Throw, // Value?, Cause? (`raise a from b`)
  Break,
  Continue,
  Empty, // an explicit `;`, `pass`
  Assert, // Value*
  Delete, // Value*
  Label, // Name, Body
  Global, // Name*; variant: `global`, `nonlocal`
  // Definitions; decorators and modifiers are children of what they decorate, and inside its range.
  Variable, // Decorator*, Modifier* (`const`, `let`, `var`), Target, Type?, Init? – one declarator each
  Function, // Decorator*, Modifier*, Name, TypeParameter*, Parameter*, ReturnType?, Body?
  Lambda, // Modifier*, Name?, Parameter*, ReturnType?, Body (an ImplicitReturn where it is an expression); variant: `function` where it is no arrow
  ImplicitReturn, // Value
  Parameter, // Decorator*, Modifier*, Target, Type?, Default?; variant: `...`, `*`, `**`, `/`
  Class, // Decorator*, Modifier*, Name?, TypeParameter*, Parent*, Implements*, Member*; variant: `class`, `interface`, `enum`…
  Field, // Decorator*, Modifier*, Name, Type?, Init?
  Decorator, // Value
  Modifier, // leaf
  Import, // Module, Specifier*, Alias? (of the whole module: `import * as a`, `import a.b as c`); variant: `import`, `from`
  ImportSpecifier, // Name, Alias?; variant `default` for a default import, `*` for a wildcard
  Export, // Value* (the definition or specifiers), Module?
  TypeAlias, // Name, TypeParameter*, Type
  // Expressions.
  Identifier, // leaf: a name used as an expression (`this`, `super`, `self` too)
  Name, // leaf: a name that is not an expression: property, definition, keyword of an argument
  Call, // Callee, TypeArgument*, Argument*
  New, // Callee, TypeArgument*, Argument*
  Argument, // Name, Value: a keyword argument; positional arguments stand themselves in Role.Argument
  Spread, // Value
  Member, // Object, Property (Name); variant: `?.`
  Index, // Object, Index*; variant: `?.`, `:` where the index is a Slice
  Slice, // Lower?, Upper?, Step?
  Assign, // Target, Type?, Value
  CompoundAssign, // Target, Value; variant: the operator with its `=`
  Binary, // Left, Right+; variant: operator. Python's `a and b and c` and `a < b < c` (variant `< <`) have several Right
  Unary, // Operand; variant: operator, `typeof`, `not`…
  Update, // Operand; variant: `++`, `--`, and `++ before`, `-- before` where it stands first
  Conditional, // Condition, Then, Else
  Await, // Value
  Yield, // Value?; variant: `yield`, `from`
  Cast, // Value, Type; variant: `as`, `!`, `satisfies`
  Sequence, // Element*: JavaScript's comma
  String, // leaf: the content without quotes, as written; constants of one piece
  Template, // Part*: StringPart and expressions
  StringPart, // leaf
  TaggedTemplate, // Callee, Value (the Template); variant `text` where it counts as no call
  Number, // leaf
  Boolean, // leaf
  Null, // leaf: `null`, `None`, `undefined`
  Regex, // leaf: the pattern; Flags?
  Array, // Element*
  Tuple, // Element*
  Set, // Element*
  /** Unordered, and a pattern may leave entries out. */
  Object, // Element*: Pair, Spread, Function, Field
  /** Unordered, extra entries only where the pattern has `...`. */
  Dict, // Element*: Pair, Spread
  Pair, // Key, Value; variant `computed` where the key is an expression
  Comprehension, // Element, Clause*; variant: `list`, `set`, `dict`, `generator`
  ComprehensionFor, // Target, Iterable
  ComprehensionIf, // Condition
  TypeApply, // Value, TypeArgument*: `List<T>`, `Dict[str, int]` where the grammar tells it from an index
  Reference, // leaf: stands for the node that a Modifier of the same text marks (YAML's `*a` for `&a`)
  Symbol, // Name, or Part* where it is put together: Ruby's `:name`
  // Markup.
  Element, // Name?, Attribute*, Child*
  Attribute, // Name, Value?
  MarkupText, // leaf
  // Neither statements nor expressions.
  Package, // Name: the clause that names the file's own package
  PointerType, // Value
  FormattedPart, // Part*: what of a template says how an expression is printed (`{x!r}`)
  /** The first of the kinds that pass through; see kindOf. */
  Other = 128,
}

/** What a row is to its parent. Roles that can occur more than once under one parent form a list, in source order. */
export enum Role {
  None = 0,
  Statement,
  Value,
  Condition,
  Then,
  Else,
  Body,
  Init,
  Update,
  Target,
  Iterable,
  Subject,
  Case,
  Test,
  Catch,
  Finally,
  Item,
  Name,
  Alias,
  Type,
  ReturnType,
  TypeParameter,
  TypeArgument,
  Parameter,
  Default,
  Decorator,
  Modifier,
  Parent,
  Implements,
  Member,
  Module,
  Specifier,
  Callee,
  Argument,
  Object,
  Property,
  Index,
  Lower,
  Upper,
  Step,
  Left,
  Right,
  Operand,
  Element,
  Part,
  Key,
  Clause,
  Flags,
  Attribute,
  Child,
  Cause,
}

const otherNames: string[] = [];
const otherKinds = new Map<string, number>();

/** The kind under which a grammar's own kind passes through; the same for every grammar that uses the name. */
export function kindOf(grammarName: string): number {
  let kind = otherKinds.get(grammarName);
  if (kind === undefined) {
    kind = Kind.Other + otherNames.length;
    otherNames.push(grammarName);
    otherKinds.set(grammarName, kind);
  }
  return kind;
}

/** For tests and explanations: the grammar's name of a kind that passed through. */
export function otherName(kind: number): string | undefined {
  return otherNames[kind - Kind.Other];
}
