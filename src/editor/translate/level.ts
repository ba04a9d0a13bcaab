// How loudly a finding is shown.
import { type Finding, UNUSED } from "../../worker/protocol";

export type Level = "error" | "warning" | "information" | "hint";

/** Error only where impact and confidence are both high; what merely deserves a reviewer's look is a hint. */
export function levelOf({ severity, confidence, tier }: Pick<Finding, "severity" | "confidence" | "tier">): Level {
  if (tier === "audit") return "hint";
  if (severity === "low") return "information";
  return severity !== "medium" && confidence === "high" ? "error" : "warning";
}

/** Whether the text it marks may as well not be there, and is faded: a suppression that suppresses nothing. */
export function isUnnecessary({ ruleId }: Pick<Finding, "ruleId">): boolean {
  return ruleId === UNUSED;
}
