// What a language says of memory where pointers are followed: sizes of types, and what functions of its library do.

/** What a function does with the memory that its arguments point to; numbers are places of arguments. */
export interface MemoryCall {
  /** Gives new memory of as many bytes as the product of these arguments says. */
  readonly allocates?: readonly number[];
  /** Where the new memory is, and what releases it. */
  readonly by?: "malloc" | "stack" | "file" | "descriptor";
  readonly zeroed?: true;
  /** Nothing of it is without a value. */
  readonly filled?: true;
  /** It holds what an older one held. */
  readonly moves?: true;
  readonly frees?: number;
  /** Takes over an argument, and gives it back when what it gives is given back. */
  readonly takes?: number;
  /** May write to what its arguments point to, and keeps none of them. */
  readonly lends?: true;
  /** Writes to `at` as many elements as the product of `counts` says; or `text`: as many as the text there has, and its end. */
  readonly writes?: MemoryAccess;
  readonly reads?: MemoryAccess;
  /** Writes behind the text that is there, and not more than this many elements. */
  readonly appends?: true;
  readonly most?: number;
  /** The value of each element written. */
  readonly fill?: number;
  /** Gives the length of the text at an argument. */
  readonly lengthOf?: number;
  /** Gives back an argument. */
  readonly gives?: number;
  /** Bytes of an element: 1. */
  readonly width?: number;
  /** Does not come back. */
  readonly leaves?: true;
  /** Its argument holds where it comes back. */
  readonly asserts?: true;
}

export interface MemoryAccess {
  readonly at: number;
  readonly counts?: readonly number[];
  readonly text?: number;
}

export interface MemoryFacts {
  /** Kinds of rows that say how large something is, wherever they stand. */
  readonly sizing: readonly number[];
  /** Bytes of types by name; types of no known size are compared with themselves alone. */
  readonly sizes: Readonly<Record<string, number>>;
  readonly pointer: number;
  /** Values of names that the library defines. */
  readonly constants: Readonly<Record<string, number>>;
  /** Least and most value of the types in which signed arithmetic must not overflow. */
  readonly ranges: Readonly<Record<string, readonly [number, number]>>;
  readonly calls: Readonly<Record<string, MemoryCall>>;
  /** A call may change what it is given by name. */
  readonly references?: true;
}
