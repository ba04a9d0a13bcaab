// Which rules run, by profile and configuration.
import { confidenceAtLeast, severityAtLeast } from "../engine/findings/severity";
import type { Rule } from "../engine/rules/rule";
import {
  acceptance,
  isExcluded,
  type Profile,
  type ResolvedConfiguration,
  type RuleSetting,
  ruleIdMatches,
} from "./configuration";

/** Whether all findings of the audit tier are shown. */
export function showsAudit(profile: Profile): boolean {
  return profile === "audit";
}

/** Whether findings of a tier are shown. `strict` has those hints that are sure of what they say. */
export function showsTier({ tier, confidence }: Pick<Rule, "tier" | "confidence">, profile: Profile): boolean {
  return tier === "vuln" || showsAudit(profile) || (profile === "strict" && confidence === "high");
}

/** Whether the parameters of functions are untrusted, though nothing in their file calls them. */
export function distrustsParameters(profile: Profile): boolean {
  return profile === "strict";
}

/**
 * The rules to run, in their order, with the severities that the configuration gives them. A rule that is set by its
 * very id to a severity runs as a squiggle under every profile.
 */
export function selectRules(rules: readonly Rule[], configuration: ResolvedConfiguration): Rule[] {
  return rules.flatMap((rule) => {
    const selected = select(rule, configuration);
    return typeof selected === "string" ? [] : [selected];
  });
}

/**
 * Full sentences: why nothing of the rule is shown in a file, whatever the rule finds there.
 * @param path relative to the project's root; undefined for a document outside any
 * @param today an ISO date
 */
export function whyNotShown(
  rule: Rule,
  configuration: ResolvedConfiguration,
  path: string | undefined,
  today: string,
): string[] {
  const selected = select(rule, configuration);
  const accepted = path === undefined ? undefined : acceptance(rule.id, configuration, path, today);
  return [
    path !== undefined && isExcluded(configuration, path) ? "The configuration excludes this file." : undefined,
    typeof selected === "string" ? selected : undefined,
    accepted && `The configuration accepts the rule's findings in this file: ${accepted.reason}`,
  ].filter((reason) => reason !== undefined);
}

/** The rule as it runs, or why it does not. */
function select(rule: Rule, configuration: ResolvedConfiguration): Rule | string {
  const { setting, exact } = settingOf(rule, configuration);
  if (setting === "off") {
    return "The configuration switches the rule off.";
  }
  const severity = setting ?? rule.severity;
  const tier = exact ? "vuln" : rule.tier;
  if (!showsTier({ tier, confidence: rule.confidence }, configuration.profile)) {
    return `The profile ${configuration.profile} does not run the rule: it is a hint for a reviewer (profile audit).`;
  }
  if (!severityAtLeast(severity, configuration.severity)) {
    return `The configuration hides what is milder than ${configuration.severity}; the rule is ${severity}.`;
  }
  if (!confidenceAtLeast(rule.confidence, configuration.confidence)) {
    return `The configuration hides what is less sure than ${configuration.confidence}; the rule is ${rule.confidence}.`;
  }
  return severity === rule.severity && tier === rule.tier ? rule : { ...rule, severity, tier };
}

function settingOf(rule: Rule, { rules }: ResolvedConfiguration): { setting?: RuleSetting; exact: boolean } {
  const ids = [rule.id, ...rule.aliases];
  for (const settings of rules) {
    const id = ids.find((one) => settings.has(one));
    const glob = [...settings.keys()].findLast((key) => ruleIdMatches(key, rule.id));
    const setting = settings.get(id ?? glob ?? "");
    if (setting !== undefined) {
      return { setting, exact: id !== undefined };
    }
  }
  return { exact: false };
}
