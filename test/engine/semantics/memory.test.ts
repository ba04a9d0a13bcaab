import assert from "node:assert/strict";
import { c } from "../../../src/engine/languages/c";
import { cpp } from "../../../src/engine/languages/cpp";
import { loweringOf } from "../../../src/engine/languages/language";
import { Semantics } from "../../../src/engine/semantics";
import { grammarOf } from "./support";

/** `operand: fault` of each, in order. */
async function faults(text: string, language = c): Promise<string[]> {
  const grammar = await grammarOf(language);
  const parsed = grammar.parse(text);
  assert.equal(parsed.table.hasError, false, text);
  const tree = loweringOf(language, grammar).lower(parsed);
  const semantics = new Semantics(tree, parsed.interner, language);
  const found: string[] = [];
  for (let row = 1; row < tree.length; row++) {
    const fault = semantics.memoryFault(row);
    if (fault) found.push(`${text.slice(tree.start[row], tree.end[row])}: ${fault}`);
  }
  return found;
}

const inFunction = (body: string): string => `void f(int n, char *s) { ${body} }`;

function cases(list: Readonly<Record<string, readonly [body: string, ...expected: string[]]>>, language = c): void {
  for (const [name, [body, ...expected]] of Object.entries(list)) {
    it(name, async () => assert.deepEqual(await faults(inFunction(body), language), expected));
  }
}

describe("memory: bounds", () => {
  cases({
    "an index at the size of an array": ["char b[8]; b[8] = 1;", "b: beyond"],
    "the last element": ["char b[8]; b[7] = 1;"],
    "an index before the start": ["int b[4]; int i = -1; b[i] = 0;", "b: before"],
    "a loop that goes one too far": ["int b[4]; for (int i = 0; i <= 4; i++) b[i] = i;", "b: beyond"],
    "a loop that may leave earlier": ["int b[4]; for (int i = 0; i <= 4; i++) { if (n == i) break; b[i] = i; }"],
    "sizes of elements count": ["int b[4]; int a[4]; memset(b, 0, 17); memset(a, 0, sizeof(a));", "b: beyond"],
    "memory of the heap": ["char *p = malloc(4); p[4] = 0;", "p: beyond"],
    "the other name of a buffer": ["char b[8]; char *p = b; p += 4; memset(p, 0, 5);", "p: beyond"],
    "a text and its end": ['char b[4]; strcpy(b, "four");', "b: beyond"],
    "a text that fits": ['char b[5]; strcpy(b, "four");'],
    "what is appended": ['char b[8] = "four"; strcat(b, "five");', "b: beyond"],
    "a text made letter by letter": ["char b[9], a[4]; memset(b, 'x', 8); b[8] = 0; strcpy(a, b);", "a: beyond"],
    "a size by another type": ["struct t *p = malloc(4 * sizeof(struct t)); memset(p, 0, 64);"],
    "so many of an unknown type": ["struct t *p = malloc(4 * sizeof(struct t)); p[4].x = 1; p[3].x = 1;", "p: beyond"],
    "a way that is not taken": ["char b[8]; int i = 9; if (i < 8) b[i] = 0;"],
    "one of two ways": ["char b[8]; int i = 9; if (n) i = 1; b[i] = 0;"],
    "nothing is known behind a label": ["char b[8]; int i = 1; again: b[i] = 0; i = 9; goto again;"],
    "a case that is taken": [
      "char b[8]; int i = 0; switch (6) { case 6: i = 8; break; default: i = 1; } b[i] = 0;",
      "b: beyond",
    ],
    "a loop that is left at once": ["char b[8]; int i = 0; while (1) { i = 8; break; } b[i] = 0;", "b: beyond"],
    "an address taken": ["char b[8]; int i = 8; set(&i); b[i] = 0;"],
  });

  cases({
    "no room for the end of a text": ["char *p = malloc(strlen(s)); strcpy(p, s);", "p: beyond"],
    "room for it": ["char *p = malloc(strlen(s) + 1); strcpy(p, s);"],
    "two lengths and no end": [
      "size_t a = strlen(s); size_t b = strlen(g()); char *p = malloc(a + b + 1); p[a + 1 + b] = 0;",
      "p: beyond",
    ],
    "two lengths and an end": ["size_t a = strlen(s); size_t b = n; char *p = malloc(a + b + 1); p[b + a] = 0;"],
    "a check in a loop that lets one more through": [
      "char b[8]; int i = 0; while (*s && i <= 8) { b[i++] = *s; s++; }",
      "b: maybe beyond",
    ],
    "steps of two": ["char b[9]; int i; for (i = 1; i < 9; i += 2) { b[i + 1] = 0; }"],
    "two texts": ['char *p = malloc(strlen(s) + 5); strcpy(p, s); strcat(p, "five.");', "p: beyond"],
    "a text that may be another by then": ["char *p = malloc(strlen(s)); s = next(s); strcpy(p, s);"],
    "as many as a parameter says": ["char *p = malloc(n); p[n] = 0;", "p: beyond"],
    "elements and bytes": ["int *p = malloc(n); for (int i = 0; i < n; i++) p[i] = 0; free(p);"],
    "as many elements": ["int *p = malloc(n * sizeof(int)); for (int i = 0; i <= n; i++) p[i] = 0;", "p: beyond"],
    "one less": ["int *p = malloc(n * sizeof(int)); for (int i = 0; i < n; i++) p[i] = 0;"],
    "a check that lets one too many through": ["char b[8]; if (n > 8) return; b[n] = 0;", "b: maybe beyond"],
    "a check that is right": ["char b[8]; if (n >= 8) return; b[n] = 0;"],
    "a check of another size": ["char b[8]; if (n < 16) memcpy(b, s, n);", "b: maybe beyond"],
    "a check of a text's length": ["char b[8]; if (strlen(s) > 8) return; strcpy(b, s);", "b: maybe beyond"],
    "one that leaves room for its end": ["char b[8]; if (strlen(s) + 1 > sizeof(b)) return; strcpy(b, s);"],
    "a number that is cut to the size": ["char b[8]; if (n > 8) n = 8; memcpy(b, s, n);"],
    "no check at all": ["char b[8]; memcpy(b, s, n);"],
    "a number that may be large enough": ["char b[8]; char *p = b + n - 4; for (int i = 0; i < 3; i++) p[i] = 0;"],
    "a pointer into something": ["s--; s[-1] = 0;"],
  });

  it("counts fields, but not those of one element", async () => {
    const text = "struct p { char name[4]; char rest[1]; }; void f(struct p *q) { q->name[4] = 0; q->rest[4] = 0; }";
    assert.deepEqual(await faults(text), ["q->name: beyond"]);
  });

  it("knows names of numbers, not those with several", async () => {
    const text = "#define N 4\n#define M 4\n#define M 5\nvoid f(void) { char a[N], b[M]; a[4] = 0; b[4] = 0; }";
    assert.deepEqual(await faults(text), ["a: beyond"]);
  });

  it("knows arrays of the file", async () => {
    assert.deepEqual(await faults("static int t[3] = {1, 2, 3};\nint f(void) { return t[3]; }"), ["t: beyond"]);
  });
});

describe("memory: null, zero and values that are not set", () => {
  cases({
    "null is followed": ["int *p = NULL; *p = 1;", "p: null"],
    "a check that goes on": ["if (!s) s[0] = 1;", "s: null"],
    "a check that leaves": ["if (!s) return; s[0] = 1;"],
    "both parts of a condition": ["if (s == NULL || *s == 0) return;"],
    "the wrong operator": ["char *p = 0; if (p != NULL || p[0] == 'a') return;", "p: null"],
    "zero as a divisor": ["int d = 0; n = n / d;", "d: zero"],
    "a number that was found to be zero": ["if (n == 0) n = 4 / n;", "n: zero"],
    "a number past its type": ["int big = 2147483647; n = big + 1;", "big: overflow"],
    "a variable without a value": ["int a; n = a + 1;", "a: unset"],
    "an array that nothing was written to": ["char b[8]; strcat(b, s);", "b: unset"],
    "an array that a function may fill": ["char b[8]; fill(b); strcat(b, s);"],
    "a name that may be a macro's to set": ["int a; EACH(a) { n = a; } int b; SET(); n = b;"],
    "a value in one branch": ["int a; if (n) a = 1; n = a;", "a: maybe unset"],
    "two branches that leave one out": ["int a; if (n > 0) a = 1; if (n < 0) a = 2; n = a;", "a: maybe unset"],
    "the same condition twice": ["int a; if (n) a = 1; if (n) n = a;"],
    "a case without a value": ["int a; switch (n) { case 1: a = 1; break; case 2: a = 2; } n = a;", "a: maybe unset"],
    "a check that comes after": ["int a; if (n) a = 1; if (!n) return; n = a;"],
    "a round that looks at the one before": ["int r[4]; for (int i = 3; i >= 0; i--) r[i] = i == n ? 0 : r[i];"],
    "the same names are equal": ["int *p = 0; int m = n; if (m != n) *p = 1;"],
    "a value in each branch": ["int a; if (n) a = 1; else a = 2; n = a;"],
  });
});

describe("memory: release", () => {
  cases({
    "the stack": ["char b[8]; char *p = b; free(p);", "p: not allocated"],
    "a text of the program": ['char *p = "text"; free(p);', "p: not allocated"],
    "a pointer that moved on": ["char *p = malloc(8); p++; free(p);", "p: not the start"],
    "a write to what was released": ["char *p = malloc(8); free(p); p[0] = 1;", "p: released"],
    "a write through another name": ["char *p = malloc(8), *q = p; free(p); strcpy(q, s);", "q: released"],
    "released on one of two ways": ["char *p = malloc(8); if (n) free(p); p[0] = 1;"],
    "something new in its place": ["char *p = malloc(8); free(p); p = malloc(8); p[0] = 1; use(p);"],
    "one way out of two": ["char *p = malloc(8); if (n) return; free(p);", "p: kept"],
    "the way on which there is none": ["char *p = malloc(8); if (!p) return; use(p); free(p);"],
    "a way on which it was given to someone": ["char *p = malloc(8); if (n) { own->p = p; return; } free(p);"],
    "a file": ["char *p; FILE *q = fopen(s, 'r'); p = read(q); if (!p) return; fclose(q);", "q: kept"],
    "a descriptor": ["int i = open(s, 0); if (i < 0) return; if (read(i, s, 1) < 0) return; close(i);", "i: kept"],
    "a descriptor that was not given": ["int i = open(s, 0); if (i == -1) return; fsync(i); close(i);"],
    "a descriptor asked the other way": ["int i = open(s, 0); if (i >= 0) { fsync(i); close(i); }"],
    "a descriptor that another file takes over": [
      "int i = open(s, 0); if (n) { FILE *q = fdopen(i, s); fclose(q); } else close(i);",
    ],
    "a descriptor that a function may note": ["int i = open(s, 0); if (n) { watch(i); return; } close(i);"],
    "what malloc gave": ["char *p = malloc(8); char *q = p; q++; free(p);"],
  });
  cases(
    {
      "an array of C++ as an object": ["int *p = new int[4]; delete p;", "p: released otherwise"],
      "an array of C++": ["int *p = new int[4]; delete[] p;"],
      "what a function is given by its name": ["int i = 9; char b[8]; next(i); b[i] = 0;"],
      "an object made in a buffer": ["char b[8]; new (b) int(5); n = *(int *)b;"],
      "a function that holds another": ["char b[8]; auto g = [&] { return 1; }; b[8] = g();"],
    },
    cpp,
  );
});

describe("memory: functions of the file", () => {
  const frees = "static void drop(char *p) { free(p); }";
  const keeps = "static void drop(char *p) { if (p[0]) return; free(p); }";
  for (const [name, [text, ...expected]] of Object.entries({
    "released once more": [`${frees} void f(void) { char *p = malloc(4); drop(p); free(p); }`, "p: released before"],
    "read after it": [`${frees} int f(void) { char *p = malloc(4); p[0] = 1; drop(p); return p[0]; }`, "p: released"],
    "something new in its place": [`${frees} void f(void) { char *p = malloc(4); drop(p); p = malloc(4); free(p); }`],
    "one that may leave before": [`${keeps} void f(void) { char *p = malloc(4); drop(p); free(p); }`],
    "two of one name": [`${frees} ${frees} void f(void) { char *p = malloc(4); drop(p); free(p); }`],
  })) {
    it(name, async () => assert.deepEqual(await faults(text!), expected));
  }
});
