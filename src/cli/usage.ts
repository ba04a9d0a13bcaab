export const USAGE = `caveat finds weaknesses in source code. Everything stays on this machine.

  caveat scan [OPTIONS] PATH...     look for findings
  caveat test PATH...               check rules against files with ruleid:/ok: comments
  caveat rules [--format json]      list the built-in rules
  caveat explain RULE-ID            explain a rule
  caveat explain RULE-ID FILE:LINE  say which parts of a rule match there and which do not; takes --config, --profile
  caveat version

Options of scan:
  -c, --config FILE|DIR     run only these rules (Semgrep's YAML); “default” names the built-in ones; repeatable.
                            Without it the built-in rules run and the project's own: .semgrep.yml, .semgrep/,
                            .caveat/rules/ and the rule-files of .caveat.yml
      --profile NAME        recommended (default), audit or strict
  -f, --format FORMAT       text (default), json, sarif, github or html
  -o, --output FILE         write the report to a file
      --severity LEVEL      report only critical, high, medium or low and worse
      --fail-on LEVEL       exit with 1 only for findings of this severity and worse
      --baseline FILE       do not report findings that this file holds
      --update-baseline     write the findings to the baseline
      --changed[=GIT_REF]   scan only files changed since a commit (default: since the last one)
      --autofix             apply fixes
      --proved              apply and report only fixes that are proved to work, whatever the rule
  -j, --jobs N              use N threads
      --include GLOB        scan only files that match; repeatable
      --exclude GLOB        leave out files that match; repeatable

Exit status: 0 nothing found, 1 findings, 2 wrong usage or something could not be read.
`;
