// What each request of the protocol answers.
import type { AnalysisOptions, Analyzer, RuleSet } from "../engine/analyzer";
import { fragmentLanguages } from "../engine/rules/fragment-languages";
import type { Rule } from "../engine/rules/rule";
import { addSuppression } from "../project/configuration";
import { RuleFileText } from "../project/rule-file";
import type { QueuedDocument } from "./document-queue";
import { type HeldFiles, holdFiles } from "./held-files";
import type { Project, Selection } from "./project";
import { type ErrorCode, type Params, PROTOCOL_VERSION, type Request, type RequestType, type Result } from "./protocol";
import { readRuleFiles } from "./rule-files";
import { testRules } from "./rule-tests";
import { drive } from "./run";
import type { Engine, ServiceHost } from "./service";

/** A request that cannot be answered; its code and message reach the host. */
export class RequestError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
    this.name = "RequestError";
  }
}

export interface ServiceState {
  readonly host: ServiceHost;
  readonly documents: Map<string, QueuedDocument>;
  readonly projects: Map<string, Project>;
  readonly cancelled: Set<number>;
  readonly files: HeldFiles;
  engine: Engine | undefined;
  /** Set after a hang: every rule is named before it runs. */
  announceRules: boolean;
}

/** Says that a request is no longer wanted, or has run out of time. */
export type Checkpoint = () => void;

type Served = Exclude<RequestType, "open" | "edit" | "close" | "ping">;
type Handler<T extends RequestType> = (
  state: ServiceState,
  params: Params<T>,
  check: Checkpoint,
) => Result<T> | Promise<Result<T>>;

/** Answers a request; rejects with a RequestError where its document, project, time or protocol does not fit. */
export async function answer(state: ServiceState, request: Request, arrived: number): Promise<Result<RequestType>> {
  const check = () => {
    if (state.cancelled.has(request.id)) throw new RequestError("cancelled", "The request was cancelled.");
    if (request.deadline !== undefined && state.host.now() - arrived > request.deadline) {
      throw new RequestError("deadline", `The request took longer than ${request.deadline} ms.`);
    }
  };
  check();
  const handler = handlers[request.type as Served] as Handler<RequestType> | undefined;
  if (!handler) throw new RequestError("protocol", `The worker knows no request "${request.type}".`);
  return handler(state, request.params, check);
}

const handlers: { readonly [T in Served]: Handler<T> } = {
  async hello(state, { protocol, announceRules }) {
    if (protocol !== PROTOCOL_VERSION) {
      throw new RequestError("protocol", `The worker speaks protocol ${PROTOCOL_VERSION}, the host ${protocol}.`);
    }
    state.announceRules = announceRules;
    state.engine ??= await state.host.createEngine();
    return { protocol: PROTOCOL_VERSION, builtInRules: state.engine.builtIn.length };
  },

  async configure(state, { project, input, quarantined }) {
    const made = await state.host.createProject(engineOf(state), input, quarantined);
    state.projects.set(project, made);
    return made.configured;
  },

  files(state, { project, files, removed }) {
    return holdFiles(state.files, engineOf(state).analyzer, projectOf(state, project), files, removed);
  },

  async review(state, params, check) {
    const { analyzer, document, selection } = await lookUp(state, params);
    const rules = selection.review.count(document.languageId, document.path);
    if (selection.skipped !== undefined) {
      const nothing = { findings: [], problems: [], hasSyntaxErrors: false };
      return { ...nothing, rules, milliseconds: 0, skipped: selection.skipped };
    }
    const run = await drive(
      analyzer.analyze(params.uri, {
        rules: selection.review,
        strict: selection.strict,
        today: state.host.today(),
        idle: true,
        ...(params.range ? { range: params.range } : {}),
      }),
      {
        now: state.host.now,
        pause: state.host.pause,
        announce: (phase) => state.host.post({ type: "phase", uri: params.uri, phase }),
        alive: () => state.host.post({ type: "alive" }),
      },
      state.announceRules,
      () => document.steps.length > 0 || interrupted(check),
    );
    if (!run.finished) {
      check();
      throw stale();
    }
    const { problems, hasSyntaxErrors, milliseconds } = run.value;
    const findings = run.value.findings.map((finding) => selection.mark(finding, state.host.today()));
    return { findings, problems, hasSyntaxErrors, rules, milliseconds };
  },

  async prove(state, params) {
    const { analyzer, options } = await lookUp(state, params);
    return analyzer.prove(params.finding, params.fix, options(params.finding.ruleId));
  },

  async fixAll(state, params) {
    const { analyzer, options } = await lookUp(state, params);
    return analyzer.fixAll(params.uri, params.findings, options(params.findings[0]?.ruleId ?? ""));
  },

  async suppress(state, params) {
    const { analyzer, options } = await lookUp(state, params);
    return analyzer.suppress(params.finding, params.scope, params.reason, options(params.finding.ruleId));
  },

  accept(_state, { text, suppression }) {
    return addSuppression(text, suppression);
  },

  async explain(state, params) {
    const { analyzer, selection } = await lookUp(state, params);
    const rule = ruleNamed(state, params);
    if (!rule) throw new RequestError("failed", `There is no rule ${params.ruleId}.`);
    await Promise.allSettled(fragmentLanguages([rule]).map((language) => analyzer.ready(language)));
    state.host.post({ type: "phase", uri: params.uri, phase: { phase: "rule", ruleId: rule.id } });
    const today = state.host.today();
    const explanation = analyzer.explain(params.uri, rule, params.place, today, selection.strict);
    const skipped = selection.skipped === undefined ? [] : [selection.skipped];
    const reasons = [...new Set([...skipped, ...selection.whyNotShown(rule, today)])];
    return {
      ...explanation,
      reported: explanation.reported && reasons.length === 0,
      reasons: [...reasons, ...explanation.reasons],
    };
  },

  async check(state, { file }) {
    return (await readRuleFiles(engineOf(state), [file])).mistakes;
  },

  outline(_state, { text }) {
    return new RuleFileText(text).outline();
  },

  testRules(state, { file, targets }, check) {
    return testRules(state, engineOf(state), file, targets, check);
  },

  rule(state, params) {
    return ruleNamed(state, params) ?? null;
  },

  rules(state, { project }) {
    return projectOf(state, project).rules.map(({ id, metadata, severity, tier, builtIn }) => {
      return { id, title: metadata.caveat?.title ?? id, severity, tier, builtIn };
    });
  },

  timings(state) {
    return engineOf(state).analyzer.timings();
  },
};

/** By its id or a former one. */
function ruleNamed(state: ServiceState, { project, ruleId }: { project: string; ruleId: string }): Rule | undefined {
  const named = projectOf(state, project).rules;
  return named.find((rule) => rule.id === ruleId) ?? named.find((rule) => rule.aliases.includes(ruleId));
}

/** Whether a checkpoint would throw; the caller lets it, once its generator is closed. */
function interrupted(check: Checkpoint): boolean {
  try {
    check();
    return false;
  } catch (error) {
    if (error instanceof RequestError) return true;
    throw error;
  }
}

interface Looked {
  readonly analyzer: Analyzer;
  readonly document: QueuedDocument;
  readonly selection: Selection;
  /** Options under which the rule runs: the profile's, or a review's where the rule is only in that. */
  options(ruleId: string): AnalysisOptions;
}

/** The document that a request is about, brought up to the version that the request names. */
async function lookUp(
  state: ServiceState,
  { project, uri, version }: { project: string; uri: string; version: number },
): Promise<Looked> {
  const { analyzer } = engineOf(state);
  const document = state.documents.get(uri);
  if (!document) throw stale();
  for (let step = document.steps.shift(); step; step = document.steps.shift()) await step();
  if (document.applied !== version) throw stale();
  const selection = projectOf(state, project).select(document.path, analyzer.text(uri) ?? "");
  const runs = (set: RuleSet, ruleId: string) => set.rules.some((rule) => rule.id === ruleId);
  const options = (ruleId: string) => ({
    rules: runs(selection.rules, ruleId) ? selection.rules : selection.review,
    strict: selection.strict,
    today: state.host.today(),
    idle: true,
  });
  return { analyzer, document, selection, options };
}

function stale(): RequestError {
  return new RequestError("stale", "The document has changed since.");
}

function engineOf(state: ServiceState): Engine {
  if (!state.engine) throw new RequestError("failed", "The engine did not start.");
  return state.engine;
}

function projectOf(state: ServiceState, project: string): Project {
  const found = state.projects.get(project);
  if (!found) throw new RequestError("project", `The project ${project} was not configured.`);
  return found;
}
