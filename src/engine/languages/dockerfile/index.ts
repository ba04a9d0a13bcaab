// Dockerfiles, by tree-sitter-containerfile; what RUN, CMD and ENTRYPOINT hold is Bash.
import { Kind, Role } from "../../tree/kinds";
import { childIn, childrenIn, type Tree } from "../../tree/tree";
import { bash } from "../bash";
import type { Language, TextOf } from "../language";
import { custom, drop } from "../lowering";
import { LETTER } from "../plain-names";
import { file } from "./instructions";
import { COMMAND, NAMED_ELLIPSIS, prepare, SHELL_PATTERN } from "./patterns";

/** What ENV says a variable is, where WORKDIR and EXPOSE expand it. */
function declaredValues(tree: Tree, textOf: TextOf): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const statement of childrenIn(tree, 0, Role.Statement)) {
    const call = childIn(tree, statement, Role.Value);
    if (call < 0 || textOf(childIn(tree, call, Role.Callee)) !== "ENV") continue;
    for (const pair of childrenIn(tree, call, Role.Argument)) {
      const value = childIn(tree, pair, Role.Value);
      if (tree.kind[pair] === Kind.Pair && value >= 0) values.set(`\${${textOf(childIn(tree, pair, Role.Key))}`, value);
    }
  }
  return values;
}

export const dockerfile: Language = {
  id: "dockerfile",
  aliases: ["docker", "containerfile"],
  extensions: [".dockerfile", "dockerfile", "containerfile"],
  interpreters: [],
  grammar: "containerfile",
  shapes: { source_file: custom(file), comment: drop, line_continuation: drop },
  pattern: {
    letter: LETTER,
    spread: false,
    looseModifiers: [],
    ellipses: [],
    contexts: [{ before: "", after: "" }],
    prepare,
    nowhere: [COMMAND],
    never: [NAMED_ELLIPSIS],
    embedded: { when: SHELL_PATTERN, language: bash },
  },
  scoping: { blocks: false, hoisted: [], assignmentDeclares: false, classScopeHidden: false },
  comments: { line: "#" },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: {
    locals: false,
    concat: [],
    integers: false,
    joinsNumbers: false,
    repeats: false,
    declaredValues,
  },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
  embeds: [bash],
};
