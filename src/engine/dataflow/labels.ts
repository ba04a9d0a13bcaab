// Boolean expressions over the labels of taint: `A and not (B or C)`.

/** The label of sources that name none, and what a sink asks for that says nothing of labels. */
export const DEFAULT_LABEL = "__SOURCE__";

export type LabelExpression =
  | { readonly type: "label"; readonly name: string }
  | { readonly type: "constant"; readonly value: boolean }
  | { readonly type: "not"; readonly operand: LabelExpression }
  | { readonly type: "and" | "or"; readonly operands: readonly LabelExpression[] };

/** Whether the expression holds where `has` says which labels are there. */
export function labelsHold(expression: LabelExpression, has: (label: string) => boolean): boolean {
  return holds(expression, has, (denied) => !denied);
}

/** The labels that an expression names: those that it may rest on. */
export function labelsNamed(expression: LabelExpression): ReadonlySet<string> {
  if (expression.type === "label") return new Set([expression.name]);
  if (expression.type === "not") return labelsNamed(expression.operand);
  return new Set(expression.type === "constant" ? [] : expression.operands.flatMap((each) => [...labelsNamed(each)]));
}

/** Whether the expression may hold where only some labels can be: what is denied may always be absent. */
export function labelsMayHold(expression: LabelExpression, may: (label: string) => boolean): boolean {
  return holds(expression, may, () => true);
}

function holds(
  expression: LabelExpression,
  has: (label: string) => boolean,
  not: (denied: boolean) => boolean,
): boolean {
  switch (expression.type) {
    case "label":
      return has(expression.name);
    case "constant":
      return expression.value;
    case "not":
      return not(holds(expression.operand, has, not));
    case "and":
      return expression.operands.every((operand) => holds(operand, has, not));
    case "or":
      return expression.operands.some((operand) => holds(operand, has, not));
  }
}

/** What gives a label, where what it asks of labels holds. */
export interface LabelGiver {
  readonly label: string;
  readonly requires?: LabelExpression;
  /** It makes taint of what has none, as sources do; else it gives what is tainted another label. */
  readonly begins: boolean;
}

/** All labels that can come about, whatever flows. */
export function labelsFrom(givers: Iterable<LabelGiver>): ReadonlySet<string> {
  const labels = new Set<string>();
  const isGiven = ({ requires, begins }: LabelGiver): boolean =>
    (begins || labels.size > 0) && (requires === undefined || labelsMayHold(requires, (name) => labels.has(name)));
  let left = [...givers];
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    left = left.filter((giver) => {
      if (isGiven(giver)) labels.add(giver.label);
      return !labels.has(giver.label);
    });
  }
  return labels;
}
