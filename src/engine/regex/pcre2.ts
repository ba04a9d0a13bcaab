/**
 * The WebAssembly module of PCRE2 (pcre2/glue.c): calls, and texts in its memory. The last subjects stay there, so
 * that a text is copied once for all matches on it.
 */
import { changeBetween } from "../syntax/text-change";
import { RegexError } from "./regex";

/** Subjects and patterns longer than this (UTF-16 units) are refused: the module's memory is bounded. */
export const MAX_UNITS = 1 << 24;

/** PCRE2's option bits and codes, as in pcre2.h. */
export const Pcre2 = {
  anchored: 0x80000000 | 0,
  noUtfCheck: 0x40000000,
  notEmptyAtStart: 0x00000008,
  multiline: 0x00000400,
  utf: 0x00080000,
  useOffsetLimit: 0x00800000,
  noMatch: -1,
  matchLimit: -47,
  noMemory: -48,
  heapLimit: -63,
} as const;

/** The functions of glue.c; addresses are bytes. */
export interface Pcre2Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  alloc(bytes: number): number;
  release(address: number): void;
  compile(pattern: number, units: number, options: number): number;
  dispose(code: number): void;
  error_code(): number;
  error_offset(): number;
  error_text(code: number, out: number, units: number): number;
  capture_count(code: number): number;
  name_count(code: number): number;
  name_entry_size(code: number): number;
  name_table(code: number): number;
  match(
    code: number,
    subject: number,
    units: number,
    from: number,
    last: number,
    options: number,
    limit: number,
  ): number;
  ovector(): number;
  stopped_at(): number;
  steps(): number;
}

/** What is used of the host's WebAssembly: the engine is compiled without the types of any host. */
interface Instantiate {
  instantiate(wasm: Uint8Array, imports: object): Promise<{ instance: { exports: unknown } }>;
}

/** Subjects longer than this (UTF-16 units) have a place of their own, which shorter ones do not take from them. */
const LARGE = 20_000;

/** A place for subjects in memory, and the one that lies there. */
interface Place {
  subject: string;
  address: number;
  /** For so many units. */
  room: number;
}

export class Pcre2Module {
  readonly #small: Place = { subject: "", address: 0, room: 0 };
  readonly #large: Place = { subject: "", address: 0, room: 0 };

  private constructor(readonly calls: Pcre2Exports) {}

  static async load(wasm: Uint8Array): Promise<Pcre2Module> {
    const { WebAssembly } = globalThis as unknown as { WebAssembly: Instantiate };
    const { instance } = await WebAssembly.instantiate(wasm, {});
    return new Pcre2Module(instance.exports as Pcre2Exports);
  }

  /**
   * The address of `subject` in memory, with U+FFFD for lone surrogates; it stays valid until the next call.
   * @throws RegexError where the subject is too large.
   */
  subject(subject: string): number {
    const place = subject.length > LARGE ? this.#large : this.#small;
    if (place.address && subject === place.subject) return place.address;
    const before = place.subject;
    place.subject = "";
    if (place.address && before && subject.length <= place.room) {
      this.#rewrite(before, subject, place.address);
      place.subject = subject;
      return place.address;
    }
    if (!place.address || subject.length > place.room) {
      this.calls.release(place.address);
      place.address = 0;
      place.room = 0;
      const room = Math.max(1024, Math.ceil(subject.length * 1.25));
      place.address = this.#allocate(room, subject.length);
      place.room = room;
    }
    this.#write(wellFormed(subject), place.address);
    place.subject = subject;
    return place.address;
  }

  /** Calls `use` with the address of a copy of `text` that is freed afterwards. */
  withText<T>(text: string, use: (address: number) => T): T {
    const address = this.#allocate(text.length + 1, text.length);
    try {
      this.#write(text, address);
      return use(address);
    } finally {
      this.calls.release(address);
    }
  }

  /** The text of `units` UTF-16 units at `address`. */
  read(address: number, units: number): string {
    return String.fromCharCode(...new Uint16Array(this.calls.memory.buffer, address, units));
  }

  /** The message that belongs to one of PCRE2's error codes. */
  message(code: number): string {
    const room = 256;
    return this.withText(" ".repeat(room), (address) => {
      const length = this.calls.error_text(code, address, room);
      return length < 0 ? `PCRE2 error ${code}` : this.read(address, length);
    });
  }

  #allocate(room: number, units: number): number {
    const address = units > MAX_UNITS ? 0 : this.calls.alloc(2 * room);
    if (!address) throw new RegexError(`A text of ${units} characters is too large for regular expressions`, 0);
    return address;
  }

  /** Writes a text where another lies: what both have at the end is moved, and only what differs is written. */
  #rewrite(before: string, text: string, address: number): void {
    const { start, oldEnd, newEnd } = changeBetween(before, text);
    const units = new Uint16Array(this.calls.memory.buffer, address, Math.max(before.length, text.length));
    if (oldEnd !== newEnd) units.copyWithin(newEnd, oldEnd, before.length);
    // Which surrogates make a pair is told by those next to them.
    let [from, to] = [start, newEnd];
    while (isSurrogate(text, from - 1)) from--;
    while (isSurrogate(text, to)) to++;
    this.#write(wellFormed(text.slice(from, to)), address + 2 * from);
  }

  #write(text: string, address: number): void {
    const units = new Uint16Array(this.calls.memory.buffer, address, text.length);
    for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  }
}

const isSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xf800) === 0xd800;

/** `text` with each lone surrogate replaced by U+FFFD: PCRE2 takes valid UTF-16 only. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
