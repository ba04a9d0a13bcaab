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
  switch (expression.type) {
    case "label":
      return has(expression.name);
    case "constant":
      return expression.value;
    case "not":
      return !labelsHold(expression.operand, has);
    case "and":
      return expression.operands.every((operand) => labelsHold(operand, has));
    case "or":
      return expression.operands.some((operand) => labelsHold(operand, has));
  }
}
