import assert from "node:assert/strict";
import { loweringOf } from "../../../src/engine/languages/language";
import { yaml } from "../../../src/engine/languages/yaml";
import { textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

const WORKFLOW = `on:
  pull_request_target:
  push:
    branches: [main, "dev"]
jobs:
  build:
    steps:
      - uses: actions/checkout@v4
        with:
          ref: \${{ github.head_ref }}
      - name: q
        run: |
          echo a
          b
      - run: echo hi`;

const POD = `spec:
  containers:
  - name: a
    image: nginx
    securityContext:
      privileged: true
      runAsUser: 0
  - {name: b, privileged: yes}
  ports:
  - containerPort: 80
  - "8080:80"`;

const A = POD.slice(POD.indexOf("name: a"), POD.indexOf("\n  - {"));
const PRIVILEGED = A.slice(A.indexOf("securityContext"));
const PORTS = POD.slice(POD.indexOf("ports:"));
const CONTAINERS = POD.slice(POD.indexOf("containers:"), POD.indexOf("\n  ports:"));

/** A pattern, a file, what is matched in it. */
const MATCHES: readonly (readonly [pattern: string, code: string, ...matched: string[]])[] = [
  // One key is an entry, wherever it stands; more are a whole mapping, where \`...\` stands for others.
  ["privileged: true", POD, "privileged: true", "privileged: yes"],
  ['privileged: "true"', POD],
  ["securityContext:\n  privileged: true", POD],
  ["securityContext:\n  ...\n  privileged: true", POD, PRIVILEGED],
  ["securityContext:\n  privileged: true\n  ...", POD, PRIVILEGED],
  ["name: $N\nimage: $I\n...", POD, A],
  ["image: $I\nname: $N", POD],
  ["{name: b, privileged: $P}", POD, "{name: b, privileged: yes}"],
  ["spec:\n  ...", POD, POD],
  // One item is the item; more are a sequence.
  ["- containerPort: $P", POD, "containerPort: 80"],
  ["- name: a\n  ...", POD, A],
  ["- $X\n- 8080:80", POD, PORTS.slice(PORTS.indexOf("- "))],
  ["- main\n- dev", WORKFLOW, '[main, "dev"]'],
  ["ports:\n  - containerPort: 80", POD],
  ["ports:\n  - containerPort: 80\n  ...", POD, PORTS],
  ["ports:\n  - ...\n  - 8080:80", POD, PORTS],
  ["containers:\n  ...\n  - ...\n    privileged: $P\n  ...", POD, CONTAINERS],
  ["containers:\n- ...\n- name: b\n  privileged: true", POD, CONTAINERS],
  ["branches: [..., dev, ...]", WORKFLOW, 'branches: [main, "dev"]'],
  ["branches:\n  ...\n  - dev", WORKFLOW, 'branches: [main, "dev"]'],
  ["branches: [dev]", WORKFLOW],
  // Nested.
  [
    "jobs:\n  ...\n  $JOB:\n    ...\n    steps:\n      ...\n      - uses: $U\n        ...\n        with:\n          ...\n          ref: $R\n      ...",
    WORKFLOW,
    WORKFLOW.slice(WORKFLOW.indexOf("jobs:")),
  ],
  ["on:\n  ...\n  pull_request_target: ...\n  ...", WORKFLOW, WORKFLOW.slice(0, WORKFLOW.indexOf("\njobs"))],
  ["pull_request_target: $X", WORKFLOW, "pull_request_target:"],
  ["run: ...", WORKFLOW, "run: |\n          echo a\n          b", "run: echo hi"],
  // Scalars.
  ["nginx", POD, "nginx"],
  ["image: $X", "image: nginx\nb: c", "image: nginx"],
  ['image: "$X"', 'image: "nginx"', 'image: "nginx"'],
  ['image: "..."', "image: nginx"],
  ['image: "=~/^ng/"', "image: nginx", "image: nginx"],
  ["a: 1", 'a: 1\nb:\n  a: "1"', "a: 1"],
  ["a: 'b\"c'", 'a: "b\\"c"', 'a: "b\\"c"'],
  ["a: null", "a: ~\nb:\n  a:", "a: ~"],
  ["a: b c", "a: >-\n  b\n  c", "a: >-\n  b\n  c"],
  ["$K: 0", "a: 0\nb: 1", "a: 0"],
  ["a: <... 42 ...>", "a:\n  b: [41, 42]", "a:\n  b: [41, 42]"],
  // Anchors, tags, documents, templates.
  ["b:\n  c: 1", "a: &x\n  c: 1\nb: *x", "b: *x"],
  ["b:\n  c: 1", "a: &x\n  c: 1\nb:\n  <<: *x"],
  ["!Ref $X", "- !Ref a\n- !Sub a\n- a", "!Ref a"],
  ["!$T $X", "- !Ref [1]\n- a", "!Ref [1]"],
  ["a: b", "a: !Ref b", "a: !Ref b"],
  ["kind: Pod", "a: 1\n---\nkind: Pod", "kind: Pod"],
  ["a: ...", "a: {{b}}", "a: {{b}}"],
  ["a: $A\n...\nb: $B\n...", "a: 1\nb: 2\n\n", "a: 1\nb: 2"],
  // What stands before a node is where it is found.
  ["type: a\n...", "x: !y\n  name: b\n  type: a\n", "!y\n  name: b\n  type: a"],
  ["- 1\n- 2", "x: &y\n  - 1\n  - 2\n", "&y\n  - 1\n  - 2"],
];

const TREES: readonly (readonly [code: string, ...documents: string[]])[] = [
  [
    "a: b\nc: 1",
    "(Dict element:(Pair key:(String a) value:(String b)) element:(Pair key:(String c) value:(Number 1)))",
  ],
  [
    "- yes\n- ~\n- 'x'\n- 0x1f",
    "(Array element:(Boolean true) element:(Null null) element:(String x) element:(Number 0x1f))",
  ],
  [
    "a: &b c\nd: *b",
    "(Dict element:(Pair key:(String a) modifier:(Modifier &b) value:(String c)) element:(Pair key:(String d) value:(Reference &b)))",
  ],
  ["{a, b: 1}", "(Dict element:(Pair key:(String a)) element:(Pair key:(String b) value:(Number 1)))"],
  ["a: |\n  b\n    c\n", '(Dict element:(Pair key:(String a) value:(String "b\\n  c\\n")))'],
  ["a: 1\n---\n- b", "(Dict element:(Pair key:(String a) value:(Number 1)))", "(Array element:(String b))"],
];

describe("YAML", () => {
  for (const [pattern, code, ...matched] of MATCHES) {
    it(`${JSON.stringify(pattern)} in ${JSON.stringify(code.slice(0, 60))}`, async () => {
      assert.deepEqual(await textsOf("yaml", pattern, code), matched);
    });
  }

  for (const [code, ...documents] of TREES) {
    it(`lowers ${JSON.stringify(code)}`, async () => {
      const loaded = await grammar("yaml");
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      assert.deepEqual(printAll(loweringOf(yaml, loaded).lower(parsed), parsed.interner), documents);
    });
  }

  it("keeps every row within its parent, in text with errors too", async () => {
    const loaded = await grammar("yaml");
    for (const text of [WORKFLOW, POD, `${POD}\n{{- if .x }}\na: b\n{{- end }}\n- c\n`]) {
      const tree = loweringOf(yaml, loaded).lower(loaded.parse(text));
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    }
  });
});
