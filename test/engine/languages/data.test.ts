// JSON, HTML, XML and properties: what patterns match.
import assert from "node:assert/strict";
import { languageNamed } from "../../../src/engine/languages";
import { loweringOf } from "../../../src/engine/languages/language";
import { boundTo, textsOf } from "../patterns/matches";
import { grammar } from "../syntax/support";
import { printAll } from "../tree/print";

type Case = readonly [language: string, pattern: string, code: string, ...matched: string[]];

const POLICY = '{"Effect": "Allow", "Action": ["a:x", "*"], "n": {"k": 1, "z": true}}';
const PAGE = `<head><script src="http://x/y.js" integrity='z'></script>
<script>foo(1);</script><meta charset=utf8></head>
<body onload="x()" disabled><a href="x"> foo </a><a href='y' target="_blank">up</a>
<form method="post"><input name="a"><b>t</b></form><p>{{ x }}</p></body>`;
const SCRIPT = PAGE.slice(PAGE.indexOf("<script"), PAGE.indexOf("\n<script"));
const FORM = PAGE.slice(PAGE.indexOf("<form"), PAGE.indexOf("<p>"));
const MANIFEST = `<?xml version="1.0"?>
<app a:debug="true" a:backup='false'><activity a:name=".A"><filter/></activity>
<dep><group>org.x</group><version>1.0</version></dep></app>`;
const DEP = MANIFEST.slice(MANIFEST.indexOf("<dep>"), MANIFEST.indexOf("</app>"));

const CASES: readonly Case[] = [
  // A pair is one of an object; an object is exact but for `...`, in any order.
  ["json", '"Effect": "Allow"', POLICY, '"Effect": "Allow"'],
  ["json", '"Effect": "..."', POLICY, '"Effect": "Allow"'],
  ["json", '"Effect": $X', POLICY, '"Effect": "Allow"'],
  ["json", '"Effect": "=~/^Al/"', POLICY, '"Effect": "Allow"'],
  ["json", "$K: 1", POLICY, '"k": 1'],
  ["json", '"$K": true', POLICY, '"z": true'],
  ["json", '"Action": [..., "*", ...]', POLICY, '"Action": ["a:x", "*"]'],
  ["json", '"Action": ["*"]', POLICY],
  ["json", '"Action": ...', POLICY, '"Action": ["a:x", "*"]'],
  ["json", '{"k": 1}', POLICY],
  ["json", '{"k": 1, ...}', POLICY, '{"k": 1, "z": true}'],
  ["json", '{..., "z": $Z, ...}', POLICY, '{"k": 1, "z": true}'],
  ["json", '{"z": $Z, "k": 1}', POLICY, '{"k": 1, "z": true}'],
  ["json", '"n": {..., $K: true, ...}', POLICY, '"n": {"k": 1, "z": true}'],
  ["json", '"Action": <... "*" ...>', POLICY, '"Action": ["a:x", "*"]'],
  ["json", '"*"', POLICY, '"*"'],
  ["json", '"a": null', '{"a": null /* c */}', '"a": null'],
  // Attributes in any order, with others between; an element without children may have any, a script is its text.
  ["html", '<script src="$X"></script>', PAGE, SCRIPT],
  ["html", '<script ... src="=~/^http:/" ...>...</script>', PAGE, SCRIPT],
  ["html", "<script>foo(1);</script>", PAGE, "<script>foo(1);</script>"],
  ["html", "<script></script>", PAGE, SCRIPT],
  // Among attributes `$...X` is a name as any other.
  ["html", "<a $...REST>...</a>", PAGE],
  ["html", "<a/>", PAGE, '<a href="x"> foo </a>', "<a href='y' target=\"_blank\">up</a>"],
  ["html", "<a>foo</a>", PAGE, '<a href="x"> foo </a>'],
  ["html", '<a ... target="_blank" ...>...</a>', PAGE, "<a href='y' target=\"_blank\">up</a>"],
  ["html", "<meta charset=$C>", PAGE, "<meta charset=utf8>"],
  ["html", '<form><input name="a"/></form>', PAGE, FORM],
  ["html", "<form>...<b>$T</b>...</form>", PAGE, FORM],
  ["html", "<form><b>t</b></form>", PAGE],
  ["html", "<form>$X</form>", PAGE],
  ["html", "<p>$X</p>", PAGE, "<p>{{ x }}</p>"],
  ["html", '<$T ... method="post" ...>...</$T>', PAGE, FORM],
  ["html", 'href="$X"', PAGE, 'href="x"', "href='y'"],
  ["html", "href=$X", PAGE, 'href="x"', "href='y'"],
  ["html", '$A="_blank"', PAGE, 'target="_blank"'],
  ["xml", 'a:debug="true"', MANIFEST, 'a:debug="true"'],
  ["xml", "<app ... a:debug=$V ...>...</app>", MANIFEST, MANIFEST.slice(MANIFEST.indexOf("<app"))],
  ["xml", "<version>$V</version>", MANIFEST, "<version>1.0</version>"],
  ["xml", "<dep>...<version>$V</version>...</dep>", MANIFEST, DEP],
  ["xml", "<dep>\n  <group>org.x</group>\n</dep>", MANIFEST, DEP],
  ["xml", "<$T>1.0</$T>", MANIFEST, "<version>1.0</version>"],
  ["xml", "<filter></filter>", MANIFEST, "<filter/>"],
  ["xml", "<a>x</a>", "<a><![CDATA[ x ]]></a>", "<a><![CDATA[ x ]]></a>"],
  // Keys with values.
  ["properties", "a.b = $X", "a.b=1\na.c: 2", "a.b=1"],
  ["properties", "$K=2", "a.b=1\na.c: 2", "a.c: 2"],
  ["properties", 'a.b = "=~/^x/"', "a.b = xy z\n", "a.b = xy z"],
  ["properties", "a = ...", "a=${env:b}\n", "a=${env:b}"],
  ["properties", "a=\n", "# a=\na=\nb=", "a="],
  ["properties", "a = 1\n...\nb = $B", "a=1\nc=2\nb=3\n", "a=1\nc=2\nb=3"],
];

const TREES: readonly (readonly [language: string, grammar: string, code: string, ...statements: string[]])[] = [
  [
    "json",
    "json",
    '{"a": [1, null], "b": "c\\n"}',
    "(Dict element:(Pair key:(String a) value:(Array element:(Number 1) element:(Null null))) element:(Pair key:(String b) value:(String c\\n)))",
  ],
  [
    "html",
    "html",
    "<a b='c' d> e <br/></a>",
    "(Element name:(Name a) attribute:(Attribute name:(Name b) value:(String c)) attribute:(Attribute name:(Name d)) child:(MarkupText e) child:(Element name:(Name br)))",
  ],
  [
    "xml",
    "xml",
    '<?xml version="1.0"?><a b="c">d</a>',
    "(Element name:(Name a) attribute:(Attribute name:(Name b) value:(String c)) child:(MarkupText d))",
  ],
  ["properties", "properties", "a.b: c d\n", '(Pair key:(String a.b) value:(String "c d"))'],
];

describe("JSON, HTML, XML and properties", () => {
  for (const [language, pattern, code, ...matched] of CASES) {
    it(`${language}: ${JSON.stringify(pattern)} in ${JSON.stringify(code.slice(0, 40))}`, async () => {
      assert.deepEqual(await textsOf(language, pattern, code), matched);
    });
  }

  it("binds a text without its quotes, a value with them", async () => {
    assert.deepEqual(await boundTo("json", '"a": "$X"', '{"a": "b"}', "$X"), ["b"]);
    assert.deepEqual(await boundTo("json", '"a": $X', '{"a": "b"}', "$X"), ['"b"']);
    assert.deepEqual(await boundTo("html", "<script>$...JS</script>", "<script>\nf();\n</script>", "$...JS"), ["f();"]);
    assert.deepEqual(await boundTo("properties", "a = $X", "a = b c \n", "$X"), ["b c"]);
  });

  for (const [language, file, code, ...statements] of TREES) {
    it(`${language}: lowers ${JSON.stringify(code)}`, async () => {
      const loaded = await grammar(file);
      const parsed = loaded.parse(code);
      assert.equal(parsed.table.hasError, false);
      const { tree, interner } = { tree: loweringOf(languageNamed(language)!, loaded).lower(parsed), ...parsed };
      assert.deepEqual(printAll(tree, interner), statements);
      for (let row = 1; row < tree.length; row++) {
        const parent = tree.parent[row]!;
        assert.ok(tree.start[row]! >= tree.start[parent]! && tree.end[row]! <= tree.end[parent]!, `row ${row}`);
      }
    });
  }
});
