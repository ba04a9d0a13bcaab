// What languages without code have in common: nothing is declared, called or computed in them.
import type { Language } from "./language";

export const data: Omit<Language, "id" | "aliases" | "extensions" | "grammar" | "shapes" | "pattern" | "comments"> = {
  interpreters: [],
  scoping: { blocks: false, hoisted: [], assignmentDeclares: false, classScopeHidden: false },
  commentKinds: ["comment"],
  constantModifiers: [],
  moduleConstants: false,
  folding: { locals: false, concat: [], integers: false, joinsNumbers: false, repeats: false },
  separator: ".",
  deepLambdas: false,
  accepts: [],
  patternsOf: [],
};
