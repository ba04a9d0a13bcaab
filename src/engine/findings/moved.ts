// Findings of a text that stand still while it is edited elsewhere.
import { moveRange } from "./edits";
import type { Finding, Fix, MetavariableValue, TextEdit } from "./finding";

/** A finding as it stands after edits of its text; undefined where one of them changes what it is about. */
export function moveFinding(finding: Finding, edits: readonly TextEdit[]): Finding | undefined {
  const { uri } = finding;
  const range = moveRange(finding, edits);
  if (!range) return undefined;
  return {
    ...finding,
    ...range,
    // Steps that were edited are left out: whether they still are on the way is not known.
    trace: finding.trace.flatMap((step) => {
      const moved = step.uri === uri ? moveRange(step, edits) : step;
      return moved ? [{ ...step, ...moved }] : [];
    }),
    metavariables: Object.fromEntries(
      Object.entries(finding.metavariables).map(([name, value]) => [name, moveValue(value, edits)]),
    ),
    fixes: finding.fixes.flatMap((fix) => moveFix(uri, fix, edits) ?? []),
  };
}

function moveValue({ text, range }: MetavariableValue, edits: readonly TextEdit[]): MetavariableValue {
  const moved = range && moveRange(range, edits);
  return { text, ...(moved && { range: moved }) };
}

/** Undefined where what the fix replaces was edited. */
function moveFix(uri: string, fix: Fix, edits: readonly TextEdit[]): Fix | undefined {
  const files = fix.files.map((file) => {
    if (file.uri !== uri) return file;
    const moved = file.edits.flatMap((edit) => {
      const range = moveRange(edit, edits);
      return range ? [{ ...edit, ...range }] : [];
    });
    return moved.length === file.edits.length ? { ...file, edits: moved } : undefined;
  });
  return files.every((file) => file !== undefined) ? { ...fix, files } : undefined;
}
