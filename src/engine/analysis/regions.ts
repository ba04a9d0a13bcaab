// The code of other languages in texts, parsed; from state to state of a text what is the same of it is taken over.
import { type Language, languageNamed } from "../languages";
import type { InnerRegion } from "../languages/language";
import { type Grammar, isOvergrown, moved, type ParsedText, type TextRange } from "../syntax";

/** Code of another language within a text. */
export interface Region {
  readonly language: Language;
  readonly ranges: readonly TextRange[];
  readonly parsed: ParsedText;
}

/** What is kept of a region for the next state of its text. */
interface Known extends Region {
  /** The same object for all states of the region. */
  readonly lineage: object;
  /** The weight of the interner when it held the texts of one state only. */
  readonly liveWeight: number;
}

export class Regions {
  private readonly known = new WeakMap<ParsedText, readonly Known[]>();
  /** By lineage of the whole text: those of the state that was looked at last. */
  private readonly latest = new WeakMap<object, readonly Known[]>();
  private readonly lineages = new WeakMap<ParsedText, object>();

  /** @param grammar of a language, where it is loaded */
  constructor(private readonly grammar: (language: Language) => Grammar | undefined) {}

  /** Of those whose grammars are loaded. */
  of(parsed: ParsedText, language: Language): readonly Region[] {
    const grammar = this.grammar(language);
    if (!grammar || !language.inner) return [];
    let regions = this.known.get(parsed);
    if (!regions) {
      const lineage = parsed.lineage ?? parsed;
      const found = language.inner
        .regions(parsed, grammar)
        .filter((region) => region.ranges.length > 0 && this.isReadable(region));
      regions = this.parsed(found, parsed.text, this.latest.get(lineage) ?? []);
      this.known.set(parsed, regions);
      this.latest.set(lineage, regions);
      for (const region of regions) this.lineages.set(region.parsed, region.lineage);
    }
    return regions;
  }

  /** What all states of a text have in common, be it a region or a whole document. */
  lineageOf(parsed: ParsedText): object {
    return parsed.lineage ?? this.lineages.get(parsed) ?? parsed;
  }

  private isReadable({ language: name }: InnerRegion): boolean {
    const language = languageNamed(name);
    return language !== undefined && this.grammar(language) !== undefined;
  }

  private parsed(found: readonly InnerRegion[], text: string, before: readonly Known[]): Known[] {
    const isSame = (one: InnerRegion, other: Known): boolean =>
      one.language === other.language.id && contentOf(text, one) === contentOf(other.parsed.text, other);
    let front = 0;
    const most = Math.min(found.length, before.length);
    while (front < most && isSame(found[front]!, before[front]!)) front++;
    let back = 0;
    while (back < most - front && isSame(found.at(-1 - back)!, before.at(-1 - back)!)) back++;
    const more = found.length - before.length;
    return found.map((region, index) => {
      // Between those that are the same, as many as before are taken to be what they were.
      const was =
        index < front || more === 0 ? before[index] : index >= found.length - back ? before[index - more] : undefined;
      return this.region(region, text, was);
    });
  }

  private region({ language: name, ranges }: InnerRegion, text: string, before: Known | undefined): Known {
    const language = languageNamed(name)!;
    const grammar = this.grammar(language)!;
    const former = before?.language === language ? before : undefined;
    const lineage = former?.lineage ?? {};
    const shift = former && shiftTo(text, ranges, former);
    if (former && shift !== undefined) {
      const { liveWeight } = former;
      return { language, ranges, parsed: moved(former.parsed, text, shift), lineage, liveWeight };
    }
    const interner =
      former && !isOvergrown(former.parsed.interner, former.liveWeight) ? former.parsed.interner : undefined;
    const parsed = grammar.parse(text, interner ? { ranges, interner } : { ranges });
    const liveWeight = interner ? former!.liveWeight : parsed.interner.weight;
    return { language, ranges, parsed, lineage, liveWeight };
  }
}

const contentOf = (text: string, { ranges }: { readonly ranges: readonly TextRange[] }): string =>
  ranges.map(({ start, end }) => text.slice(start, end)).join("\0");

/** How far a region was moved; undefined where it is not what it was. */
function shiftTo(text: string, ranges: readonly TextRange[], { ranges: old, parsed }: Known): number | undefined {
  const shift = ranges[0]!.start - old[0]!.start;
  const isMoved =
    ranges.length === old.length &&
    ranges.every(({ start, end }, i) => start === old[i]!.start + shift && end === old[i]!.end + shift);
  return isMoved && contentOf(text, { ranges }) === contentOf(parsed.text, { ranges: old }) ? shift : undefined;
}
