// What the engine knows of a language: everything else is in the language's own file.

import type { Grammar, ParsedText, Syntax, TextRange } from "../syntax";
import type { Kind } from "../tree/kinds";
import type { Tree } from "../tree/tree";
import { Lowering, type Shapes } from "./lowering";
import type { MemoryFacts } from "./memory-facts";

/** A way to make a piece of pattern text parse as a whole file: the text goes between `before` and `after`. */
export interface PatternContext {
  readonly before: string;
  /** What the pattern leaves out, and is part of it: the body of a method that may be any. */
  readonly completion?: string;
  readonly after: string;
  /** Tried ahead of the contexts without one where the text matches; not tried where it does not. */
  readonly when?: RegExp;
}

/** How Semgrep's pattern syntax is made parsable by the language's own grammar (GRAMMARS.md). */
export interface PatternSyntax {
  /**
   * A letter that identifiers may hold and real code does not, one UTF-16 unit. It replaces the `$` of `$X`, and each
   * unit of `...` and `$...`, so that offsets stay what they were.
   */
  readonly letter: string;
  /** What may stand for `...` where the plain stand-in does not parse; `@` is the plain one. Tried in order. */
  readonly ellipses: readonly string[];
  /** Which of them stands in a place that the text around tells, `before` and `behind` it; the first that holds counts. */
  readonly places?: readonly { readonly before: RegExp; readonly behind: RegExp; readonly by: string }[];
  /** Whether `...` right behind a type (`int... x`) is the language's own. */
  readonly varargs?: boolean;
  /** Whether `...` right before an expression (`f(...args)`) is the language's own operator. */
  readonly spread: boolean;
  /** Whether `...` right behind an expression (`f(args...)`) and before a parameter's type (`args ...T`) are (Go). */
  readonly variadic?: boolean;
  /** Modifiers that in a pattern stand for any of their sort: JavaScript's `var` for `let` and `const`. */
  readonly looseModifiers: readonly string[];
  /** In the head of a loop over values the keyword before the name says nothing: `for (let a of b)`. */
  readonly looseLoops?: boolean;
  /** What the grammar cannot be made to parse otherwise is replaced in a pattern's text before all else, in this order. */
  readonly rewrites?: readonly (readonly [what: RegExp, by: string])[];
  /** Spells what may declare a function or make a variable as the one that a rule's options say (C++). */
  readonly declared?: (pattern: string, isFunction: boolean) => string;
  /** Where replacements do not suffice: the pattern's text with the language's notation for what Semgrep adds to it. */
  readonly prepare?: (pattern: string) => string;
  /** Patterns that are code of an embedded language. */
  readonly embedded?: { readonly when: RegExp; readonly language: Language };
  /** A pattern that is one of these kinds with a single part is that part. */
  readonly loneParts?: readonly Kind[];
  /** A block of one statement is that statement, so that `$S` alone in one stands for any block (Python). */
  readonly loneStatements?: boolean;
  /** False where a decorator alone is a pattern that matches nothing, as Semgrep has it. */
  readonly loneDecorators?: boolean;
  /** Types are expressions to a pattern: `$X` matches the `int` of `a: int` (Python). */
  readonly typesAreExpressions?: boolean;
  /** Definitions of which a pattern without a body finds the head alone. */
  readonly heads?: readonly Kind[];
  /** What stands before every text, in patterns too, for it to be code: `<?php `. */
  readonly opening?: string;
  /**
   * Variables look as metavariables do (PHP's `$X`), so these stay as they are; whether one between two texts must be a
   * bare name.
   */
  readonly bareName?: (before: string, after: string) => boolean;
  /** `$X` within a text stands for a piece of it, and `{$X}` for code (PHP). */
  readonly textsHoldText?: true;
  /** Classes and functions stand in lower case in the tree: a word alone may be one of them, or a constant (PHP). */
  readonly foldsNames?: true;
  /** What stands before `::` is a scope, and no expression of its own. */
  readonly scopes?: true;
  /** A pattern of a method or constructor finds a function outside of classes too. */
  readonly functionsAsMembers?: true;
  /** The variant of members that are names within a module (PHP's `A\b`), where others are none. */
  readonly qualifier?: string;
  /** Variables of the language that look as metavariables do and are none. */
  readonly reserved?: readonly string[];
  /** Of what parses in no context, that which Semgrep reads as code that no file holds: it matches nothing. */
  readonly nowhere?: readonly RegExp[];
  /** Patterns that parse and mean what no file has: in Semgrep they find nothing. */
  readonly never?: readonly RegExp[];
  /** Tried in order until one parses without an error. */
  readonly contexts: readonly PatternContext[];
  /** How the type of a metavariable may be written: `(T $X)`, `($X : T)`, `f($X: T)`. */
  readonly typed?: readonly ("type-first" | "name-first" | "argument")[];
  /** Contexts in which such a type parses; as any other pattern where there are none. */
  readonly typeContexts?: readonly PatternContext[];
}

/** How names are declared and looked up. */
export interface Scoping {
  /** Blocks open scopes (`let`), or only functions do. */
  readonly blocks: boolean;
  /** Modifiers whose declarations belong to the function, not the block (`var`). */
  readonly hoisted: readonly string[];
  /** An assignment to an undeclared name declares it in the function (Python). */
  readonly assignmentDeclares: boolean;
  /** Class bodies are scopes that inner functions do not see (Python). */
  readonly classScopeHidden: boolean;
  /** Members of a class are names within it (Java), and not only properties (JavaScript). */
  readonly membersAreNames?: boolean;
  /** An assignment to a name declared nowhere makes a global (JavaScript). */
  readonly implicitGlobals?: boolean;
  /** Defaults of parameters are evaluated outside the function (Python). */
  readonly defaultsOutside?: boolean;
  /** What a declaration takes apart into names that unification knows by their spelling: the kinds around them. */
  readonly partsAreSpelt?: readonly number[];
  /** The name of a function or class is a variable, and no mere text (JavaScript). */
  readonly functionsAreVariables?: true;
  /** A bare name in the pattern of a `case` is given a value (Python). */
  readonly caseCaptures?: boolean;
  /** Variables have addresses, through which any function may write them (`&x` of C). */
  readonly addresses?: boolean;
  /** What a lambda assigns belongs to the function around it (Ruby's blocks). */
  readonly lambdasShare?: boolean;
}

/** How Semgrep prints a fix of the language from its tree, rather than fill its text in. */
export interface FixPrinting {
  /** `$X.name` can be printed. */
  readonly members: boolean;
  /** Arguments with names go behind the others. */
  readonly keywordsLast: boolean;
}

/** The text of a row's atom, empty for -1. */
export type TextOf = (row: number) => string;

/** Which values are computed in advance, beyond declarations with a constant modifier. */
export interface Folding {
  /** Local variables and fields assigned once are constants. */
  readonly locals: boolean;
  /** The word whose members are the fields of the class: `this`. */
  readonly receiver?: string;
  /** Operators that join strings. */
  readonly concat: readonly string[];
  /** What is read before the text that declares it has no value (JavaScript, Python: as Semgrep has it). */
  readonly inOrder?: boolean;
  /** Numbers written without a point are integers and computed with; else all are floats and left alone. */
  readonly integers: boolean;
  /** Integers are divided with a remainder that counts: `7 / 2` is 3.5. */
  readonly fractions?: true;
  /** `"a" + 1` is a string. */
  readonly joinsNumbers: boolean;
  /** The cast of a constant is one, unless this is false. */
  readonly casts?: boolean;
  /** `"a" * 3` is a string. */
  readonly repeats: boolean;
  /** `[1, 2]` is a value to comparisons. */
  readonly lists?: true;
  /** Functions that make a constant string of constants, as they are called: `String.format`. */
  readonly formats?: readonly string[];
  /** What stands before the quotes of a text with substitutions that is a constant where those are: Scala's `s`. */
  readonly interpolators?: readonly string[];
  /** Operators and methods that append to the string before them: `a << b`. Other methods change nothing. */
  readonly appends?: readonly string[];
  /** `true` is `"true"` and `1` is `"1"`. */
  readonly looseLiterals?: boolean;
  /** Rows of values that are known by a name elsewhere in the file (`local.k`), by that name. */
  readonly declaredValues?: (tree: Tree, textOf: TextOf) => ReadonlyMap<string, number>;
}

/** Types that every language has under names of its own. */
export type BuiltinType = "integer" | "float" | "string" | "boolean" | "character" | "null";

/** What a language says of types, for typed metavariables. */
export interface TypeFacts {
  /** Names of builtin types, without blanks (`char*`); types of one list are equal. */
  readonly builtins: Readonly<Partial<Record<BuiltinType, readonly string[]>>>;
  /** Types of the results of methods, by the method's name (`size`) or that of its class too (`Integer.parseInt`). */
  readonly results?: Readonly<Record<string, BuiltinType>>;
  /** What stands for a type and says none: `var`. */
  readonly inferred?: readonly string[];
  /** Types of fields that many things have, by name: `length`. */
  readonly members?: Readonly<Record<string, BuiltinType>>;
  /** Methods that return what the collection holds, by the last of its type's arguments. */
  readonly elementMethods?: readonly string[];
  /** Null points to anything, and is of every type of pointers. */
  readonly nullPointers?: boolean;
  /** The name of a field says its type, whatever holds it; of several the last in the file. */
  readonly fieldsByName?: boolean;
  /** The operator that makes a pointer to its operand, where that is evidence of a type: `&T{}`. */
  readonly addressOf?: string;
}

/** What a language says of how values flow. */
export interface FlowFacts {
  /** The words for the object whose method this is: `this`, Python's `self`. */
  readonly receivers?: readonly string[];
  /** Variables that begin so are fields of the object: Ruby's `@name`. */
  readonly fieldPrefix?: string;
  /** Functions defined in a function see its variables as they are at its end, as Semgrep has it too. */
  readonly closures?: true;
  /** `o.getName()` and `o.setName(v)` stand for a field. */
  readonly accessors?: true;
  /** Signs of arithmetic that make other things than numbers too: Python's `"%s" % name` and `folder / name`. */
  readonly overloads?: readonly string[];
  /** What is reached by a key of an object is its field: `o["a"]` is `o.a`. */
  readonly fieldKeys?: true;
  /** Methods that put what they are given into their object, in Semgrep's eyes: `concat`. */
  readonly changes?: readonly string[];
  /** Semgrep follows nothing into the names of a declaration that takes a value apart: `let (a, b) = c`. */
  readonly wholeDeclarations?: true;
  /** A case that does not end goes on with the next. */
  readonly fallsThrough?: true;
  /** A call takes a block behind its arguments, `f(a) { b }` stands as a call of `f(a)`, and a name by itself is one too. */
  readonly blocks?: true;
  /**
   * Which methods of a class other files may call: those that say `public`, those that nothing hides (a word as `private`,
   * or a name that begins with a line or a hash), or those whose name begins with a capital.
   */
  readonly offers?: "public" | "unhidden" | "capital";
  /** A file may be a page: text with code in it, whose variables who includes it gives values. */
  readonly pages?: { readonly page: RegExp; readonly variable: RegExp };
  /** A class is called as a function to make an object of it (Python). */
  readonly classesCalled?: true;
  /** The method that is run on a record when its fields have their values: `__post_init__`. */
  readonly completes?: string;
  /** The method by which an object is called as a function, and the one whose result `with` gives: `__call__`, `__enter__`. */
  readonly calls?: string;
  readonly enters?: string;
  /** Classes whose subclasses are tuples with names for their places, and functions that make such classes. */
  readonly tupleClasses?: readonly string[];
  /** What goes over a table goes over its keys, and what is empty counts as false (Python). */
  readonly keysIterated?: true;
  /** Classes whose subclasses list their values: called with one, they give it. */
  readonly enums?: readonly string[];
  /** Files of keys and values that programs read: languages they are in, their names, and calls that leave the end out. */
  readonly settings?: {
    readonly languages: readonly string[];
    readonly file: RegExp;
    readonly bundles?: Readonly<Record<string, string>>;
  };
  /** Names of functions and classes do not tell upper from lower case; calls have them in lower case. */
  readonly foldsNames?: true;
}

/** The builtin types as Semgrep takes them where a language is not stricter. */
export const COMMON_TYPES: TypeFacts = {
  builtins: {
    integer: ["int", "long", "Integer", "Long", "Int", "number"],
    float: ["float", "double", "Float", "Double", "number"],
    string: ["str", "string", "String"],
    boolean: ["bool", "boolean", "Boolean", "Bool"],
    character: ["char", "Char", "Character"],
    null: ["null"],
  },
};

/** Rows of a kind, or those alone that are children of some. */
export interface ClosedRows {
  readonly kind: number;
  readonly of?: readonly Kind[];
}

export interface Language {
  /** Canonical name, as in a rule's `languages`. */
  readonly id: string;
  /** Other names that rules and editors use: Semgrep's aliases, VS Code's language ids. */
  readonly aliases: readonly string[];
  readonly extensions: readonly string[];
  /** Interpreters named in a `#!` line, without a version. */
  readonly interpreters: readonly string[];
  readonly grammar: string;
  readonly shapes: Shapes;
  /**
   * What becomes of a statement or a member follows from its own rows, its role, and the kind and depth of the row where
   * it stands, nothing around it: after an edit elsewhere it is taken over.
   */
  readonly lowersLocally?: boolean;
  readonly pattern: PatternSyntax;
  readonly scoping: Scoping;
  readonly comments: { readonly line?: string; readonly block?: readonly [string, string] };
  /** Grammar kinds that are comments; suppressions are looked for in them. */
  readonly commentKinds: readonly string[];
  /** Modifiers that make a declaration constant (`const`, `final`). */
  readonly constantModifiers: readonly string[];
  /** Modifiers of fields that no other class sees: assigned once in the making of an object, they are constants (`private`). */
  readonly closedModifiers?: readonly string[];
  /** Module-level names assigned once are constants. */
  readonly moduleConstants: boolean;
  readonly folding: Folding;
  /** COMMON_TYPES where a language says nothing. */
  readonly types?: TypeFacts;
  readonly flow?: FlowFacts;
  /** Where pointers lead to memory whose size is known. */
  readonly memory?: MemoryFacts;
  /** The function that imports a module when called with its name: `require`. */
  readonly requireCall?: string;
  /** The last expression of a body is what it returns: of functions too (Ruby, Rust, Scala), or of lambdas alone. */
  readonly implicitReturns?: true | "lambdas";
  /** The body of a class holds statements: a sequence of them may begin anywhere in it, and not at its start alone (Ruby). */
  readonly classStatements?: true;
  /** What a loop gives to two names it does not give to one `$X` (Go). */
  readonly loopPairs?: true;
  /** A case holds its only statement, or else a block: `case 1: a(); …` is none of one statement. */
  readonly loneCases?: true;
  /** So does the branch of an `if`, which no braces are around (the shell's). */
  readonly loneBranches?: true;
  /** What is an expression to Semgrep, though it holds statements: behind its `...` a sequence does not look into it. */
  readonly closed?: readonly ClosedRows[];
  /** `<... e ...>` looks into lambdas whose body is one expression. */
  readonly deepLambdas: boolean;
  /** Whether `x = e` of a pattern is a declaration too, which it is unless this is false, or only `$X = e` is (Rust). */
  readonly declarationsAssign?: false | "metavariables";
  /** A declaration of several names at once is no declaration of what a pattern calls `$X`, if it says the value. */
  readonly destructuringAssigns?: boolean;
  /** The module path to which imports resolve: JavaScript's `import` paths keep their base name only. */
  readonly moduleName?: (path: string, fromRequire: boolean) => string;
  /** The name that an import without an alias declares, where it is no name itself: the end of a path. */
  readonly importsBind?: (path: string) => string;
  /** Imports name files: what they bring is known by its own name (Solidity). */
  readonly importsFiles?: boolean;
  /** The separator of qualified names. */
  readonly separator: string;
  /** Rules for one of these languages run on this one too. */
  readonly accepts: readonly string[];
  /** Languages whose patterns run on this one's documents: their grammars are loaded with its own. */
  readonly patternsOf: readonly string[];
  /** Absent where fixes are filled in as texts. */
  readonly fixPrinting?: FixPrinting;
  /** Languages whose code stands inside this one's and is lowered into the same tree (see Lowerer.embedded). */
  readonly embeds?: readonly Language[];
  /** An element of a pattern may hold less than the target's, from its first child on. */
  readonly looseChildren?: boolean;
  /** Its files hold settings: keys and values that programs in other languages read. */
  readonly holdsSettings?: true;
  /** Code of other languages that is analysed for itself where it stands: scripts in a page. */
  readonly inner?: InnerLanguages;
}

export interface InnerLanguages {
  /** The languages that a text may hold, so that their grammars are ready: canonical names. */
  readonly languages: (text: string) => readonly string[];
  /** Where they stand. A region's ranges ascend and are read as one text. */
  readonly regions: (parsed: ParsedText, grammar: Grammar) => readonly InnerRegion[];
}

export interface InnerRegion {
  readonly language: string;
  readonly ranges: readonly TextRange[];
}

/**
 * Loads a language's grammar and those of the languages that it embeds.
 * @throws GrammarFileError where a file is missing or damaged
 */
export async function loadGrammar(language: Language, syntax: Syntax): Promise<Grammar> {
  const grammar = await syntax.grammar(language.grammar);
  for (const inner of language.embeds ?? []) {
    loweringOf(language, grammar).embed(inner.id, loweringOf(inner, await loadGrammar(inner, syntax)));
  }
  return grammar;
}

/** A piece of code as a text of its own, with what the language wants before any code. */
export function opened(code: string, { pattern: { opening } }: Language): string {
  return opening === undefined || code.trimStart().startsWith(opening.trim()) ? code : opening + code;
}

const lowerings = new WeakMap<Grammar, Lowering>();

/** The language's lowering for a loaded grammar, made once. */
export function loweringOf(language: Language, grammar: Grammar): Lowering {
  let lowering = lowerings.get(grammar);
  if (!lowering) {
    lowering = new Lowering(grammar, language.shapes, language.lowersLocally);
    lowerings.set(grammar, lowering);
  }
  return lowering;
}
