// A store of sessions: what TypeScript adds.
import type { Request, Response } from "express";
import { createHash, type Hash } from "node:crypto";
import fs = require("fs");

export enum Level {
  Low = 1,
  High = "high",
}

export interface Session<T = unknown> extends Base, Other<T> {
  readonly id: string;
  user?: { name: string; roles: readonly string[] };
  [key: string]: unknown;
  touch(at: number): Promise<void>;
}

type Handler<R extends Request> = (request: R, ...rest: Array<string | number>) => asserts request is R;
type Keys = keyof Session | `on${string}`;

abstract class Store<K, V> implements Iterable<V> {
  private readonly values = new Map<K, V>();
  protected static instance?: Store<string, Session>;
  declare tag: "store";

  constructor(
    public name: string,
    private readonly limit = 10,
  ) {}

  @logged("get")
  get(@checked key: K): V | undefined {
    return this.values.get(key)!;
  }

  abstract close(): void;

  *[Symbol.iterator](): Iterator<V> {
    yield* this.values.values();
  }
}

export function sign(this: void, text: string, key?: Buffer): string;
export function sign(text: string, key: Buffer = Buffer.from("secret" as string)): string {
  const hash: Hash = createHash("md5");
  hash.update(<string>text);
  return hash.digest("hex") satisfies string;
}

const handler: Handler<Request> = (request, response: Response) => {
  const query = request.query as { id: string };
  if (query.id === undefined) return;
  response.redirect(query.id);
};

namespace Tools {
  export const parse = <T,>(text: string): T => JSON.parse(text) as T;
}

declare module "legacy" {
  export function run(command: string): number;
}

let level: Level = Level.Low;
for (const [key, value] of Object.entries<number>({ a: 1 })) {
  level = value > 1 ? Level.High : level;
  console.log(`${key}: ${value!}`);
}
export default handler;
export = fs;
