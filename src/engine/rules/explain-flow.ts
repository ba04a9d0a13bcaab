// An explanation of a rule in taint mode: each of its sources, sinks, sanitizers and propagators by itself.
import type { ExplainedPart, Verdict } from "../findings/explanation";
import type { CompiledFormula } from "./compile";
import type { CompiledTaint } from "./taint";

type Parts = readonly { readonly formula: CompiledFormula }[];

export interface FlowSettings {
  /** In the newer syntax, under `taint`. */
  readonly newer: boolean;
  /** Whether a flow into the place was found. */
  readonly reported: boolean;
  /** Sources may stand in other files. */
  readonly acrossFiles: boolean;
  /** The explanation of one formula at the place. */
  explain(formula: CompiledFormula): ExplainedPart;
}

/** The tree of the rule's parts; a flow ends at the place, and may begin anywhere. */
export function explainFlow(taint: CompiledTaint, settings: FlowSettings): ExplainedPart {
  const { newer, reported, acrossFiles, explain } = settings;
  const group = (name: string, parts: Parts, judge: (explained: readonly ExplainedPart[]) => Judgement) => {
    const explained = parts.map(({ formula }) => explain(formula));
    const { verdict, notes = [] } = judge(explained);
    const matches = explained.reduce((sum, part) => sum + part.matches, 0);
    const operator = newer ? name : `pattern-${name}`;
    return { operator, text: "", condition: true, verdict, matches, here: [], notes, parts: explained };
  };
  const optional = (name: string, parts: Parts, judge: (explained: readonly ExplainedPart[]) => Judgement) =>
    parts.length > 0 ? [group(name, parts, judge)] : [];
  const parts = [
    group("sources", taint.sources, (sources) => judgeSources(sources, acrossFiles)),
    group("sinks", taint.sinks, judgeSinks),
    ...optional("sanitizers", taint.sanitizers, judgeOthers),
    ...optional("propagators", taint.propagators, judgeOthers),
  ];
  const held = parts.every(({ verdict }) => verdict !== "no");
  const notes = held && !reported ? ["Nothing that the sources taint is seen to reach the sink here."] : [];
  const verdict: Verdict = reported ? "yes" : "no";
  return { operator: "taint", text: "", condition: true, verdict, matches: 0, here: [], notes, parts };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly notes?: readonly string[];
}

function judgeSources(sources: readonly ExplainedPart[], acrossFiles: boolean): Judgement {
  if (sources.some(({ matches }) => matches > 0)) return { verdict: "yes" };
  return acrossFiles
    ? { verdict: "open", notes: ["No source stands in the file; it may stand in another."] }
    : { verdict: "no", notes: ["No source stands in the file."] };
}

function judgeSinks(sinks: readonly ExplainedPart[]): Judgement {
  return sinks.some(({ verdict }) => verdict === "yes")
    ? { verdict: "yes" }
    : { verdict: "no", notes: ["No sink stands here."] };
}

/** What they do depends on the way between source and sink. */
function judgeOthers(): Judgement {
  return { verdict: "open" };
}
