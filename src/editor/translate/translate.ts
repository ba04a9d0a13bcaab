/** Gives a message in the person's language, `{0}`, `{1}` … filled in: `vscode.l10n.t`, handed in for the tests. */
export type Translate = (message: string, ...args: (string | number | boolean)[]) => string;
