import assert from "node:assert/strict";
import { dockerfile } from "../../../src/engine/languages/dockerfile";
import { loadGrammar, loweringOf } from "../../../src/engine/languages/language";
import { createSyntax, type Grammar } from "../../../src/engine/syntax";
import { grammarFiles, matchesOf, textsOf } from "../patterns/matches";
import { printAll } from "../tree/print";

const INSTALL = `RUN apt-get update && \\
    # what is needed
    apt-get install -y "curl" \\
    && rm -rf x`;

/** A pattern, a file, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // An image: tag, digest, alias and parameters may be left out of the pattern.
  ["FROM $I", "FROM --platform=a b:c@sha256:d AS e", "FROM --platform=a b:c@sha256:d AS e"],
  // What an instruction does not take is a command of its name.
  ["COPY --from=$X ...", "FROM a\nCOPY --from=b c d\nCOPY e f"],
  ["FROM $I:$T", "FROM a\nFROM b:c", "FROM b:c"],
  ["FROM $I:latest", "FROM a:latest\nFROM b:1", "FROM a:latest"],
  ["FROM $I@$D AS $A", "FROM a@sha256:b AS c\nFROM d", "FROM a@sha256:b AS c"],
  ["FROM ...", "FROM a:1\nFROM ${b}", "FROM a:1"],
  ["FROM a AS $N\n...\nFROM $N", "FROM a as b\nRUN x\nFROM b", "FROM a as b\nRUN x\nFROM b"],
  ["FROM a", "from a", "from a"],
  // The shell's code is Bash, looked into as a statement is.
  ["RUN ...", `${INSTALL}\nRUN ["a"]\nRUN <<E\nb\nE`, INSTALL, 'RUN ["a"]', "RUN <<E\nb\nE"],
  ["RUN apt-get install ...", INSTALL, INSTALL],
  ["RUN sudo ...", "RUN a && sudo b\nRUN ssudo", "RUN a && sudo b"],
  ["RUN b", "RUN a; b\nRUN b", "RUN b"],
  ["RUN ... && ...", "RUN a && b\nRUN c", "RUN a && b"],
  ["RUN curl ... | $SH", "RUN curl -s a | bash", "RUN curl -s a | bash"],
  ["RUN cd $D && ...", "RUN cd /tmp && make", "RUN cd /tmp && make"],
  ["RUN $X=1 && f ${$X}", "RUN a=1 && f ${a}", "RUN a=1 && f ${a}"],
  ["apt-get install ...", INSTALL, 'apt-get install -y "curl"'],
  ["if ...; then\n  ...\nfi", "RUN if a; then b; fi", "if a; then b; fi"],
  ["sudo", "RUN a && sudo b", "sudo"],
  ["RUN f ...", 'SHELL ["pwsh", "-c"]\nRUN f a'],
  ["RUN f ...", 'SHELL ["/bin/bash", "-c"]\nRUN f a', "RUN f a"],
  // The exec form is an array.
  ['CMD ["a", ...]', 'CMD ["a", "b"]\nCMD a b', 'CMD ["a", "b"]'],
  ["RUN [$X]", 'RUN ["a"]\nRUN ["a", "b"]', 'RUN ["a"]'],
  ["CMD ...;", 'CMD ["a"]\nCMD a', "CMD a"],
  ["ENTRYPOINT ...", 'ENTRYPOINT ["a"]', 'ENTRYPOINT ["a"]'],
  ["SHELL [...]", 'SHELL ["a", "b"]', 'SHELL ["a", "b"]'],
  // Parameters.
  ["COPY --from=$X ... $Y", "COPY --from=a b c d\nCOPY e f", "COPY --from=a b c d"],
  ["COPY a $D", "COPY --chown=x a b", "COPY --chown=x a b"],
  ["RUN --mount=type=$T f", "RUN --mount=id=a,type=secret f\nRUN f", "RUN --mount=id=a,type=secret f"],
  // Pairs.
  ["LABEL $K=$V", "LABEL A=1 B=2", "LABEL A=1 B=2", "LABEL A=1"],
  ["LABEL a=b c=d", "LABEL x=y a=b c=d", "LABEL x=y a=b c=d"],
  ["LABEL ...", "LABEL A=1", "LABEL A=1"],
  ["ENV $K=$V", "ENV A=1"],
  ["ENV A=$V", "ENV A=1\nENV A 2\nENV A=1 B=2", "A=1", "A 2"],
  ["ENV ... B=2 ...", "ENV A=1 B=2", "A=1 B=2"],
  ["ENV X a", "ENV X 'a'", "X 'a'"],
  // The rest.
  ["ADD http://a $D", "ADD http://a /b", "ADD http://a /b"],
  ["COPY $S ...", "COPY a b\nCOPY a b c", "COPY a b"],
  ["USER root", "USER root:x\nUSER a", "USER root:x"],
  ["USER $U:$G", "USER a\nUSER ${b}:c", "USER ${b}:c"],
  ["WORKDIR /home/$D", "WORKDIR /home/${x}\nWORKDIR /home/y", "WORKDIR /home/${x}"],
  ["EXPOSE 22", "EXPOSE 22\nEXPOSE 22 23\nENV P=22\nEXPOSE $P", "EXPOSE 22", "EXPOSE $P"],
  ["EXPOSE ... 22 ...", "EXPOSE 21 22", "EXPOSE 21 22"],
  ["EXPOSE $P", "EXPOSE 1/tcp", "EXPOSE 1/tcp"],
  ["VOLUME $V", 'VOLUME ["/a", "/b"]', 'VOLUME ["/a", "/b"]'],
  ["VOLUME [...]", "VOLUME /a"],
  ["USER $U", "user a", "user a"],
  ["WORKDIR $D", "workdir /a"],
  ["VOLUME ... /b ...", "VOLUME /a /b", "VOLUME /a /b"],
  ["ARG $X", "ARG a\nARG b=1", "ARG a"],
  ["ARG a=$V", "ARG a=1", "ARG a=1"],
  ["STOPSIGNAL $S", "STOPSIGNAL 9", "STOPSIGNAL 9"],
  ["MAINTAINER ...", "MAINTAINER a b", "MAINTAINER a b"],
  ["HEALTHCHECK NONE", "HEALTHCHECK NONE", "HEALTHCHECK NONE"],
  ["HEALTHCHECK ... CMD f ...", "HEALTHCHECK --timeout=1s CMD f a", "HEALTHCHECK --timeout=1s CMD f a"],
  ["HEALTHCHECK ...", "HEALTHCHECK NONE", "HEALTHCHECK NONE"],
  ["ONBUILD RUN ...", "ONBUILD RUN a", "ONBUILD RUN a"],
  ["RUN a\n...\nRUN b", "RUN a\nUSER x\nRUN b", "RUN a\nUSER x\nRUN b"],
  // `$...X` outside of the shell's code is a text that no file holds.
  ["COPY $...A /", "FROM a\nCOPY b c /"],
  ["CMD [$...A]", 'FROM a\nCMD ["b"]'],
  ["RUN a $...A", "FROM a\nRUN a b", "RUN a b"],
];

const TREES: readonly (readonly [code: string, ...statements: string[]])[] = [
  [
    "FROM --platform=x a:b@sha256:c AS d",
    "(ExpressionStatement value:(Call callee:(Identifier FROM) modifier:(Pair key:(Name platform) value:(String x)) argument:(String a) type:(String b) default:(String sha256:c) alias:(String d)))",
  ],
  [
    "RUN a && \\\n  # no\n  b",
    "(ExpressionStatement value:(Call callee:(Identifier RUN) body:(Block (ExpressionStatement value:(Binary && left:(Call argument:(String a)) right:(Call argument:(String b)))))))",
  ],
  [
    'CMD ["a", "$b"]',
    "(ExpressionStatement value:(Call callee:(Identifier CMD) body:(Array element:(String a) element:(String $b))))",
  ],
  ["RUN if (", '(ExpressionStatement value:(Call callee:(Identifier RUN) body:(String "if (")))'],
  [
    'ENV A="x $B" C=1',
    '(ExpressionStatement value:(Call callee:(Identifier ENV) argument:(Pair key:(String A) value:(Template part:(StringPart "x ") part:(Unary $ operand:(Identifier B)))) argument:(Pair key:(String C) value:(String 1))))',
  ],
];

let loaded: Grammar;
before(async () => {
  loaded = await loadGrammar(dockerfile, await createSyntax(grammarFiles, assert.fail));
});

describe("Dockerfile", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code)}`, async () => {
      assert.deepEqual(await textsOf("dockerfile", pattern, code), matched);
    });
  }

  for (const [code, ...statements] of TREES) {
    it(`lowers ${JSON.stringify(code)}`, () => {
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(dockerfile, loaded).lower(parsed), parsed.interner), statements);
    });
  }

  it("reports the command of a health check from the check on", async () => {
    const text = "HEALTHCHECK --interval=3s \\\n  CMD node a.js";
    assert.deepEqual(await textsOf("dockerfile", "CMD ...", `FROM a\n${text}\nCMD x\n`), [text, "CMD x"]);
  });

  it("binds a tag without its colon", async () => {
    const [match] = await matchesOf("dockerfile", "FROM $I:$T", "FROM a:latest AS b");
    assert.equal(match?.bindings.get("$T")?.text, "latest");
  });

  it("keeps every row within its parent, in text with errors too", () => {
    for (const text of [`FROM a\n${INSTALL}\nLABEL a=b c=d\nENV A=1 B=2\n`, `FROM\nRUN a (\n${INSTALL}\nFOO\n`]) {
      const tree = loweringOf(dockerfile, loaded).lower(loaded.parse(text));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
