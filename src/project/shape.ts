// A small description of what a YAML file may hold, from which both its reader (with problems at their places) and
// its JSON schema come, so that the two cannot drift apart.
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Range } from "../engine/findings/finding";

/** A mistake in a configuration file; offsets of its text. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: Range;
}

/** Collects problems while a document is read. */
export class Reader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(private readonly document: Document) {}

  report(node: unknown, message: string): undefined {
    const range = (node as Node | null)?.range ?? [0, 0];
    this.problems.push({ message, range: { start: range[0], end: range[1] } });
    return undefined;
  }

  /** The node, or the one that an alias stands for. */
  resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  /** The scalar as it means in YAML; undefined when the node is none. */
  scalar(node: unknown): unknown {
    const resolved = this.resolve(node);
    return isScalar(resolved) ? resolved.value : undefined;
  }
}

export interface Shape<T> {
  readonly schema: Readonly<Record<string, unknown>>;
  /** The value, or undefined after a report when it has another shape. */
  read(node: unknown, reader: Reader): T | undefined;
}

/** The value of a pair; its key when there is none, so that there is something to point at. */
function valueNode({ key, value }: Pair): unknown {
  const range = (value as Node | null)?.range;
  return range === undefined || range === null || range[0] === range[1] ? key : value;
}

/** One of a few words. */
export function oneOf<const T extends string>(words: readonly T[], description: string): Shape<T> {
  return {
    schema: { enum: [...words], description },
    read: (node, reader) => {
      const value = reader.scalar(node);
      return words.find((word) => word === value) ?? reader.report(node, `Expected one of ${words.join(", ")}.`);
    },
  };
}

/** A string that is not empty; `accepts` may narrow it further, and says in `expected` what to. */
export function string(
  description: string,
  expected = "a text",
  pattern?: string,
  accepts = (_: string) => true,
): Shape<string> {
  return {
    schema: { type: "string", minLength: 1, ...(pattern === undefined ? {} : { pattern }), description },
    read: (node, reader) => {
      const value = reader.scalar(node);
      const matches =
        typeof value === "string" && value !== "" && (pattern === undefined || new RegExp(pattern).test(value));
      return matches && accepts(value) ? value : reader.report(node, `Expected ${expected}.`);
    },
  };
}

export function list<T>(item: Shape<T>, description: string): Shape<readonly T[]> {
  return {
    schema: { type: "array", items: item.schema, description },
    read: (node, reader) => {
      const sequence = reader.resolve(node);
      return isSeq(sequence)
        ? sequence.items.map((one) => item.read(one, reader)).filter((one) => one !== undefined)
        : reader.report(node, "Expected a list.");
    },
  };
}

/** A mapping whose keys are free. */
export function record<T>(value: Shape<T>, description: string): Shape<ReadonlyMap<string, T>> {
  return {
    schema: { type: "object", additionalProperties: value.schema, description },
    read: (node, reader) => {
      const map = reader.resolve(node);
      if (!isMap(map)) {
        return reader.report(node, "Expected a mapping of names to values.");
      }
      const result = new Map<string, T>();
      for (const pair of map.items) {
        const read = value.read(valueNode(pair), reader);
        if (read !== undefined) {
          result.set(String(reader.scalar(pair.key)), read);
        }
      }
      return result;
    },
  };
}

type Fields<T> = { readonly [K in keyof T]-?: Shape<NonNullable<T[K]>> };

/** A mapping with known keys; keys are written as in `fields`, and `required` ones must be there. */
export function object<T extends object>(
  fields: Fields<T>,
  required: readonly (keyof T & string)[],
  description: string,
): Shape<T> {
  const properties = Object.fromEntries(
    Object.entries<Shape<unknown>>(fields).map(([key, field]) => [key, field.schema]),
  );
  return {
    schema: {
      type: "object",
      properties,
      ...(required.length > 0 ? { required: [...required] } : {}),
      additionalProperties: false,
      description,
    },
    read: (node, reader) => {
      const map = reader.resolve(node);
      if (!isMap(map)) {
        return reader.report(node, `Expected a mapping with ${Object.keys(fields).join(", ")}.`);
      }
      const result: Record<string, unknown> = {};
      for (const pair of map.items) {
        const key = String(reader.scalar(pair.key));
        const field = Object.hasOwn(fields, key) ? (fields as Record<string, Shape<unknown>>)[key] : undefined;
        const value =
          field === undefined ? unknownKey(pair.key, key, fields, reader) : field.read(valueNode(pair), reader);
        if (value !== undefined) {
          result[key] = value;
        }
      }
      const missing = required.filter((key) => !map.has(key));
      if (missing.length > 0) {
        return reader.report(node, `Missing: ${missing.join(", ")}.`);
      }
      // A required key whose value was bad has been reported already.
      return required.every((key) => key in result) ? (result as T) : undefined;
    },
  };
}

function unknownKey(node: unknown, key: string, fields: object, reader: Reader): undefined {
  return reader.report(node, `Unknown key “${key}”; known are ${Object.keys(fields).join(", ")}.`);
}
