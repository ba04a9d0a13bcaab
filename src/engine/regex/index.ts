/** Regular expressions of rules: what other rooms may use of this one. */
export { createRegexEngine } from "./engine";
export { literalsOf, longestLiteralOf } from "./literals";
export {
  isLimitHit,
  type LimitHit,
  type MatchList,
  type Regex,
  type RegexEngine,
  RegexError,
  type RegexMatch,
  type Span,
} from "./regex";
