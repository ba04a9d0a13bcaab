// What is known of libraries: what a function hands on, cleans and keeps. The facts are data, one file per library; here is
// their vocabulary, and how a call finds its own.

import type { Finding } from "./found-texts";
import type { Remaking } from "./records";
import type { Sequencing } from "./sequences";
import type { Parting } from "./texts";

/** What of a call's parts is meant: an argument by its number, the object, or what it or an argument holds. */
export type Part = number | "this" | "elements" | "all";

/** What a call does. What is not said is as for any unknown call: all that goes in comes out, nothing is kept. */
export interface Effect {
  /** The argument that stands for the object, where a function takes it so: `array_push($list, 1)`. */
  readonly of?: number;
  /** Whose taint the result has: `none`, the object itself (`this`), or that of parts. */
  readonly returns?: "none" | "this" | readonly Part[];
  /** The result is an element: under the key in an argument, any, the first or the last; or what `returns` says. */
  readonly element?: number | "any" | "first" | "last";
  /**
   * The result is a collection of the same elements: under the same keys (`deep`: of copies of them), under none that is known, in the order in which
   * they came or in that of their keys; or of the first alone.
   */
  readonly elements?: true | "deep" | "any" | "kept" | "sorted" | "first";
  /** The result is a collection of the elements from one index to before another one: in arguments, the second to be left out. */
  readonly slices?: readonly [from: number, to: number];
  /** The result is a collection of tuples: of what their places hold, or of an element of each argument. */
  readonly tuples?: "arguments" | readonly ("keys" | "element" | "none")[];
  /** The result is a list of known elements, made so of what the call is given (see sequences.ts); where one is not known, what else is said. */
  readonly sequence?: Sequencing;
  /** What the object holds is put into such an order; where that is not known, into any. */
  readonly arranges?: Sequencing;
  /** The result is a table of the pairs of keys and values in an argument. */
  readonly table?: number;
  /** The result is a collection of the object's keys. */
  readonly keys?: true;
  /** Puts an argument behind the other elements, or before them. */
  readonly append?: number;
  readonly prepend?: number;
  /** The object holds an argument, and nothing else. */
  readonly holds?: number;
  /**
   * The result is a collection of the arguments: one after the other, each second one under the key before it, under their names, or as tables of which
   * the first that has a key is asked.
   */
  readonly gathers?: "list" | "pairs" | "named" | "layers" | "fields";
  /** The result is made of the fields of the object, a record. */
  readonly record?: Remaking;
  /** The result is what a known regular expression leaves of a text (see found-texts.ts), or a match that remembers it. */
  readonly finds?: Finding | "match";
  /** The result holds an argument, which what `unpacks` it gives again: encoding and decoding. */
  readonly packs?: number | "this";
  readonly unpacks?: number | "this";
  /** Reads or sets the field of the first argument whose name is in the second. */
  readonly field?: "got" | "set";
  /** Puts the second argument under the key in the first; of a function that is called, what it gives; or a third one where nothing is there yet. */
  readonly put?: readonly [key: number, value: number, first?: number];
  /** What stands under the key stays. */
  readonly keeps?: boolean;
  /** As `put`, and moves those behind up. */
  readonly insert?: readonly [index: number, value: number];
  /** Takes away the element at the index or key in an argument, the first or the last; it is the result too. */
  readonly remove?: number | "first" | "last";
  /** Takes away the first element that equals an argument. */
  readonly removeEqual?: number;
  /** Elements change places: all from the end, the two at the indexes in arguments, or nobody knows which. */
  readonly orders?: "reversed" | "unknown" | readonly [one: number, other: number];
  /** What stands from an index to before another one is taken out of a text: all of it, where that is its length; to the end without a second one. */
  readonly cuts?: readonly [from: number, to?: number];
  /** Nothing is left in it. */
  readonly clear?: true;
  /** Takes all elements of an argument. */
  readonly addAll?: number;
  /** Taint of parts goes into the object, or an argument: a text that is built, a buffer that is filled. */
  readonly taints?: { readonly from: readonly Part[]; readonly to: "this" | number };
  /** Text that is put behind the object's: a builder. */
  readonly builds?: number;
  /** Calls the function in an argument with these (`held`: what is under the key of `put`), and gives what it returns, alone or as elements. */
  readonly calls?: {
    readonly argument: number;
    readonly given: readonly ("element" | "held" | "this" | number | "none")[];
    /** What it gives, alone or as elements; the object; or of its elements those for which it gives true, or all as one, in a list or alone. */
    readonly returns?: "result" | "elements" | "this" | "passing" | "folded" | "fold" | "none";
  };
  /** Calls the function whose name is in an argument, with the arguments behind it or the elements of one. */
  readonly runs?: { readonly name: number; readonly given: "others" | number };
  /** The result is an object of the class whose name the object of the call is, behind its package. */
  readonly makes?: "this";
  /** Calls the method whose name the object of the call is, of the object in an argument, with those behind it. */
  readonly invokes?: number;
  /**
   * The result is what a template in the first argument makes of those of the others that it names; or what the object makes,
   * which is a template itself, of arguments or a table.
   */
  readonly formats?: "percent" | "braces" | "fields" | "table" | "dollars";
  /** The result is the pieces of the object, which is a text, between what an argument is. */
  readonly parting?: Parting;
  /** The result is the pieces of a text, between what a regular expression in the first argument means. */
  readonly splits?: true;
  /** The result is a group of a match that the object stands for. */
  readonly group?: true;
  /** What an argument says is there no more, until something undoes that: a digest of bytes in digits. */
  readonly hides?: number;
  /** Copies elements: of what, from which index, into what, to which index, how many. */
  readonly copies?: readonly [of: number, from: number, into: number, to: number, count: number];
  /** The object is made of the words of the text in an argument, between the characters in another one, or blanks. */
  readonly words?: readonly [text: number, by?: number];
  /** Takes away the elements for which the function in an argument gives true. */
  readonly drops?: number;
  /** The result of known operands is computed: the name of a function of texts and numbers (see folding.ts). */
  readonly folds?: string;
  /** It is known what it does where all arguments are known alone. */
  readonly literal?: true;
  /** The result is an argument itself. */
  readonly same?: number;
  /** Undoes what an escape did to a part: what that took away is there again. */
  readonly undoes?: number | "this";
  /** Reads what an argument leads to into the object: a file of settings. */
  readonly loads?: number;
  /** The result is the setting under the key in an argument, where a file is known to hold it. */
  readonly setting?: { readonly key: number };
  /** It never comes back: `exit`. */
  readonly leaves?: true;
  /** The result is a path without steps up. */
  readonly normalises?: true;
  /** The result is the way to the path in an argument, from another one. */
  readonly way?: number;
  /** It is true where an argument is. */
  readonly truth?: number;
  /** It is true where a condition holds for all elements, or for some: of a comprehension, or of the object by a lambda. */
  readonly holdsFor?: "all" | "some" | "none";
  /** The class of the result. */
  readonly type?: string;
  /** Where it is true, a value has passed a check, or one of several. */
  readonly checks?: Check | readonly Check[];
  /** The result stands for a match of an argument with the object or another argument, and is asked about it later. */
  readonly views?: { readonly value: number; readonly against: number | "this" };
}

/**
 * A check: of an argument or the object, that it is one of the elements of another (`membership`), equal to it
 * (`equality`), matches it as a regular expression (`regex`), begins or ends with it (`prefix`, `suffix`); or by itself that it is a number,
 * or holds no way up or no line break (`traversal` and `newline`, true where it does hold one, which is asked for by
 * `against`), or none of the characters in `against` (`characters`, true where it holds one).
 */
export interface Check {
  readonly kind:
    | "membership"
    | "equality"
    | "regex"
    | "number"
    | "prefix"
    | "suffix"
    | "traversal"
    | "newline"
    | "characters"
    | "host";
  readonly value: number | "this";
  readonly against?: number | "this";
  /** It is this check where an argument is one of these, as they are written: `FILTER_VALIDATE_INT`. */
  readonly where?: { readonly argument: number; readonly is: readonly string[] };
  /** A regular expression that has to match the whole. */
  readonly whole?: true;
  /** Who does not pass does not come back: the call throws. */
  readonly always?: true;
  /** The call says how often: never is no. */
  readonly counts?: true;
  /** The call says how far they are from each other: zero is yes (`strcmp`). */
  readonly zero?: true;
}

/** A data file. Methods are written `name` or `name/2`, for so many arguments. */
export interface LibraryModel {
  /** Canonical names of languages. */
  readonly languages: readonly string[];
  /** By the path under which imports know it, or a global name: `os.path.join`. */
  readonly functions?: Readonly<Record<string, Effect>>;
  readonly methods?: readonly {
    /** Names of classes; `*` for objects of whatever class. */
    readonly types: readonly string[];
    readonly calls: Readonly<Record<string, Effect>>;
  }[];
  /** Classes whose objects begin empty, whatever they are made with, and what making one does. */
  readonly constructors?: Readonly<Record<string, Effect>>;
}

/** The models of one language, ready to be asked. */
export class Models {
  private readonly functions = new Map<string, Effect>();
  private readonly methods = new Map<string, Effect>();
  private readonly made = new Map<string, Effect>();

  constructor(models: readonly LibraryModel[], language: string) {
    const own = models.filter(({ languages }) => languages.includes(language));
    for (const { functions = {}, methods = [], constructors = {} } of own) {
      for (const [name, effect] of Object.entries(functions)) this.functions.set(name, effect);
      for (const [name, effect] of Object.entries(constructors)) this.made.set(name, effect);
      for (const { types, calls } of methods) {
        for (const type of types)
          for (const [name, effect] of Object.entries(calls)) this.methods.set(`${type}.${name}`, effect);
      }
    }
  }

  /** Of a function by its path; functions of a class by the class and their name, too, whatever package it is in. */
  function(path: readonly string[], count: number): Effect | undefined {
    const of = (name: string): Effect | undefined => this.functions.get(`${name}/${count}`) ?? this.functions.get(name);
    const [owner = "", name = ""] = path.slice(-2);
    return of(path.join(".")) ?? (/^[A-Z]/.test(owner) ? of(`${owner}.${name}`) : undefined);
  }

  /** Of a method of a class, or of whatever has a method of the name. */
  method(type: string | undefined, name: string, count: number): Effect | undefined {
    const of = (owner: string): Effect | undefined =>
      this.methods.get(`${owner}.${name}/${count}`) ?? this.methods.get(`${owner}.${name}`);
    return (type === undefined ? undefined : of(type)) ?? of("*");
  }

  making(type: string, count: number): Effect | undefined {
    return this.made.get(`${type}/${count}`) ?? this.made.get(type);
  }

  /** Whether something is known of objects of the class. */
  knows(type: string): boolean {
    return this.made.has(type);
  }
}
