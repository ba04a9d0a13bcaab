/** What Python texts become: the rows of the tables in python.test.ts. */
import { Kind } from "../../../src/engine/tree/kinds";

/** Code of one expression → its tree. */
export const EXPRESSIONS: readonly (readonly [string, string])[] = [
  [
    "f(a, k=1, *b, **c)",
    "(Call callee:(Identifier f) argument:(Identifier a) argument:(Argument name:(Name k) value:(Number 1)) argument:(Spread * value:(Identifier b)) argument:(Spread ** value:(Identifier c)))",
  ],
  [
    "f(x for x in y)",
    "(Call callee:(Identifier f) argument:(Comprehension list element:(Identifier x) clause:(ComprehensionFor target:(Name x) iterable:(Identifier y))))",
  ],
  ["f((yield))", "(Call callee:(Identifier f) argument:(Yield yield))"],
  [
    "a.b.c(1)",
    "(Call callee:(Member object:(Member object:(Identifier a) property:(Name b)) property:(Name c)) argument:(Number 1))",
  ],
  ["a[1]", "(Index object:(Identifier a) index:(Number 1))"],
  ["a[1, 2]", "(Index object:(Identifier a) index:(Tuple element:(Number 1) element:(Number 2)))"],
  ["a[1:2]", "(Index : object:(Identifier a) index:(Slice lower:(Number 1) upper:(Number 2)))"],
  ["a[::2]", "(Index : object:(Identifier a) index:(Slice step:(Number 2)))"],
  [
    "a[1:, ...]",
    "(Index object:(Identifier a) index:(Tuple element:(Slice lower:(Number 1)) element:(<ellipsis> ...)))",
  ],
  ["a[1,]", "(Index object:(Identifier a) index:(Tuple element:(Number 1)))"],
  ["(a)", "(Identifier a)"],
  ["((a, b))", "(Tuple element:(Identifier a) element:(Identifier b))"],
  ["a, b", "(Tuple element:(Identifier a) element:(Identifier b))"],
  ["a,", "(Tuple element:(Identifier a))"],
  ["()", "(Tuple)"],
  ["x = 1", "(Assign target:(Identifier x) value:(Number 1))"],
  ["x: int = 1", "(Assign target:(Identifier x) type:(Identifier int) value:(Number 1))"],
  ["a = b = 1", "(Assign target:(Tuple element:(Identifier a) element:(Identifier b)) value:(Number 1))"],
  [
    "a, b = 1, 2",
    "(Assign target:(Tuple element:(Identifier a) element:(Identifier b)) value:(Tuple element:(Number 1) element:(Number 2)))",
  ],
  [
    "[a, *b] = c",
    "(Assign target:(Array element:(Identifier a) element:(Spread * value:(Identifier b))) value:(Identifier c))",
  ],
  [
    "(a, b), c.d = e",
    "(Assign target:(Tuple element:(Tuple element:(Identifier a) element:(Identifier b)) element:(Member object:(Identifier c) property:(Name d))) value:(Identifier e))",
  ],
  [
    "a.b[c] = d",
    "(Assign target:(Index object:(Member object:(Identifier a) property:(Name b)) index:(Identifier c)) value:(Identifier d))",
  ],
  ["x += 1, 2", "(CompoundAssign += target:(Identifier x) value:(Tuple element:(Number 1) element:(Number 2)))"],
  ["x = yield", "(Assign target:(Identifier x) value:(Yield yield))"],
  ["x = yield from y", "(Assign target:(Identifier x) value:(Yield from value:(Identifier y)))"],
  ["(x := 1)", "(Assign target:(Identifier x) value:(Number 1))"],
  [
    "a and b and c or d",
    "(Binary or left:(Binary and left:(Identifier a) right:(Identifier b) right:(Identifier c)) right:(Identifier d))",
  ],
  ["a and (b and c)", "(Binary and left:(Identifier a) right:(Binary and left:(Identifier b) right:(Identifier c)))"],
  ["a < b", "(Binary < left:(Identifier a) right:(Identifier b))"],
  [
    "a < b <= c not in d",
    '(Binary "< <= not in" left:(Identifier a) right:(Identifier b) right:(Identifier c) right:(Identifier d))',
  ],
  ["a is not b", '(Binary "is not" left:(Identifier a) right:(Identifier b))'],
  ["a <> b", "(Binary != left:(Identifier a) right:(Identifier b))"],
  ["a + b * c", "(Binary + left:(Identifier a) right:(Binary * left:(Identifier b) right:(Identifier c)))"],
  ["-a ** 2", "(Unary - operand:(Binary ** left:(Identifier a) right:(Number 2)))"],
  ["not a", "(Unary not operand:(Identifier a))"],
  ["a if b else c", "(Conditional then:(Identifier a) condition:(Identifier b) else:(Identifier c))"],
  ["await f()", "(Await value:(Call callee:(Identifier f)))"],
  ["lambda: 1", "(Lambda body:(ImplicitReturn value:(Number 1)))"],
  [
    "lambda a, *b, c=1, **d: a",
    "(Lambda parameter:(Parameter target:(Name a)) parameter:(Parameter * target:(Name b)) parameter:(Parameter target:(Name c) default:(Number 1)) parameter:(Parameter ** target:(Name d)) body:(ImplicitReturn value:(Identifier a)))",
  ],
  ['"a"', "(String a)"],
  ["r'a\\n'", "(String a\\n modifier:(Modifier r))"],
  ['b"ab"', "(String ab modifier:(Modifier b))"],
  ['"""a\nb"""', '(String "a\\nb")'],
  ['""', "(String)"],
  ["\"a\" 'b'", "(Template adjacent part:(String a) part:(String b))"],
  ['f"a"', "(Template part:(StringPart a))"],
  [
    'f"a{b}c{d.e!r:>{w}}"',
    "(Template part:(StringPart a) part:(Identifier b) part:(StringPart c) part:(FormattedPart part:(Member object:(Identifier d) property:(Name e)) part:(Identifier w)))",
  ],
  ["F'{a}{b=}'", "(Template part:(Identifier a) part:(FormattedPart part:(Identifier b)))"],
  ['f"{{{a}}}"', "(Template part:(StringPart {{) part:(Identifier a) part:(StringPart }}))"],
  [
    '"a" f"b{c}" "" "d"',
    "(Template adjacent part:(String a) part:(Template part:(StringPart b) part:(Identifier c)) part:(String) part:(String d))",
  ],
  ['rb"a" "b\\"c"', '(Template adjacent part:(String a modifier:(Modifier rb)) part:(String "b\\\\\\"c"))'],
  ["[1, *a, 2]", "(Array element:(Number 1) element:(Spread * value:(Identifier a)) element:(Number 2))"],
  ["{1, 2}", "(Set element:(Number 1) element:(Number 2))"],
  ["{}", "(Dict)"],
  [
    '{"a": 1, b: 2, **c}',
    "(Dict element:(Pair key:(String a) value:(Number 1)) element:(Pair key:(Identifier b) value:(Number 2)) element:(Spread ** value:(Identifier c)))",
  ],
  [
    "[a for a in b if c if d]",
    "(Comprehension list element:(Identifier a) clause:(ComprehensionFor target:(Name a) iterable:(Identifier b)) clause:(ComprehensionIf condition:(Identifier c)) clause:(ComprehensionIf condition:(Identifier d)))",
  ],
  [
    "{a for a, b in c for d in e}",
    "(Comprehension set element:(Identifier a) clause:(ComprehensionFor target:(Tuple element:(Identifier a) element:(Identifier b)) iterable:(Identifier c)) clause:(ComprehensionFor target:(Name d) iterable:(Identifier e)))",
  ],
  [
    "{a: b for a in c}",
    "(Comprehension dict element:(Pair key:(Identifier a) value:(Identifier b)) clause:(ComprehensionFor target:(Name a) iterable:(Identifier c)))",
  ],
  [
    "(a async for a in b)",
    "(Comprehension generator element:(Identifier a) clause:(ComprehensionFor modifier:(Modifier async) target:(Name a) iterable:(Identifier b)))",
  ],
  [
    "[a for a in 1, 2]",
    "(Comprehension list element:(Identifier a) clause:(ComprehensionFor target:(Name a) iterable:(Tuple element:(Number 1) element:(Number 2))))",
  ],
  [
    "match = match(a)",
    "(Assign target:(Identifier match) value:(Call callee:(Identifier match) argument:(Identifier a)))",
  ],
  ['print "a", b', "(Call callee:(Identifier print) argument:(String a) argument:(Identifier b))"],
  [
    "print >>a, b",
    "(Call callee:(Identifier print) argument:(Argument name:(Name file) value:(Identifier a)) argument:(Identifier b))",
  ],
  [
    "print(a, file=b)",
    "(Call callee:(Identifier print) argument:(Identifier a) argument:(Argument name:(Name file) value:(Identifier b)))",
  ],
  ['exec "a" in b', "(Call callee:(Identifier exec) argument:(String a) argument:(Identifier b))"],
  ["a = (  # comment\n    b\n)", "(Assign target:(Identifier a) value:(Identifier b))"],
  [
    "f(*a, b, **(c))",
    "(Call callee:(Identifier f) argument:(Spread * value:(Identifier a)) argument:(Identifier b) argument:(Spread ** value:(Identifier c)))",
  ],
  [
    'f("a" "b", (c))',
    "(Call callee:(Identifier f) argument:(Template adjacent part:(String a) part:(String b)) argument:(Identifier c))",
  ],
  [
    "a.b().c[d].e",
    "(Member object:(Index object:(Member object:(Call callee:(Member object:(Identifier a) property:(Name b))) property:(Name c)) index:(Identifier d)) property:(Name e))",
  ],
  [
    "x = a if b else c, d",
    "(Assign target:(Identifier x) value:(Tuple element:(Conditional then:(Identifier a) condition:(Identifier b) else:(Identifier c)) element:(Identifier d)))",
  ],
  [
    "ꓘX.ꓘꓘꓘ.b(ꓘꓘꓘ, k=ꓘꓘꓘꓘY)",
    "(Call callee:(Member object:(Member object:(Identifier ꓘX) property:(Name ꓘꓘꓘ)) property:(Name b)) argument:(Identifier ꓘꓘꓘ) argument:(Argument name:(Name k) value:(Identifier ꓘꓘꓘꓘY)))",
  ],
];

/** Code → the trees of its statements. */
export const STATEMENTS: readonly (readonly [string, ...string[]])[] = [
  ["x: List[int]", "(Variable target:(Name x) type:(Index object:(Identifier List) index:(Identifier int)))"],
  [
    "1; 0x_ff; 1.5e3; 2j",
    "(ExpressionStatement value:(Number 1))",
    "(ExpressionStatement value:(Number 0x_ff))",
    "(ExpressionStatement value:(Number 1.5e3))",
    "(ExpressionStatement value:(Number 2j))",
  ],
  [
    "True; None; ...",
    "(ExpressionStatement value:(Boolean True))",
    "(ExpressionStatement value:(Null None))",
    "(ExpressionStatement value:(<ellipsis> ...))",
  ],
  ["import a", "(Import import module:(Name a))"],
  ["import a.b as c, d", "(Import import module:(Name a.b) alias:(Name c))", "(Import import module:(Name d))"],
  [
    "from a.b import c, d as e",
    "(Import from module:(Name a.b) specifier:(ImportSpecifier name:(Name c)) specifier:(ImportSpecifier name:(Name d) alias:(Name e)))",
  ],
  ["from . import a", "(Import from module:(Name .) specifier:(ImportSpecifier name:(Name a)))"],
  ["from ..a . b import (c,)", "(Import from module:(Name ..a.b) specifier:(ImportSpecifier name:(Name c)))"],
  ["from a import *", "(Import from module:(Name a) specifier:(ImportSpecifier *))"],
  ["from __future__ import a", "(Import from module:(Name __future__) specifier:(ImportSpecifier name:(Name a)))"],
  [
    "if a: b\nelif c: d\nelse: e",
    "(If condition:(Identifier a) then:(Block (ExpressionStatement value:(Identifier b))) else:(If condition:(Identifier c) then:(Block (ExpressionStatement value:(Identifier d))) else:(Block (ExpressionStatement value:(Identifier e)))))",
  ],
  [
    "if a:\n    b  # first\nelse:\n    if c: d",
    "(If condition:(Identifier a) then:(Block (ExpressionStatement value:(Identifier b))) else:(Block (If condition:(Identifier c) then:(Block (ExpressionStatement value:(Identifier d))))))",
  ],
  [
    "for a, b in c: d\nelse: e",
    "(ForEach in target:(Tuple element:(Identifier a) element:(Identifier b)) iterable:(Identifier c) body:(Block (ExpressionStatement value:(Identifier d))) else:(Block (ExpressionStatement value:(Identifier e))))",
  ],
  [
    "async for a in b, c: pass",
    "(ForEach in modifier:(Modifier async) target:(Name a) iterable:(Tuple element:(Identifier b) element:(Identifier c)) body:(Block (Empty)))",
  ],
  [
    "while a:\n    break\nelse:\n    continue",
    "(While condition:(Identifier a) body:(Block (Break)) else:(Block (Continue)))",
  ],
  [
    "try: a\nexcept B: c\nexcept (D, E) as f: g\nexcept: h\nelse: i\nfinally: j",
    "(Try body:(Block (ExpressionStatement value:(Identifier a))) catch:(Catch type:(Identifier B) body:(Block (ExpressionStatement value:(Identifier c)))) catch:(Catch type:(Tuple element:(Identifier D) element:(Identifier E)) target:(Name f) body:(Block (ExpressionStatement value:(Identifier g)))) catch:(Catch body:(Block (ExpressionStatement value:(Identifier h)))) else:(Block (ExpressionStatement value:(Identifier i))) finally:(Finally body:(Block (ExpressionStatement value:(Identifier j)))))",
  ],
  [
    "try: a\nexcept (B, C): d",
    "(Try body:(Block (ExpressionStatement value:(Identifier a))) catch:(Catch type:(Identifier B) type:(Identifier C) body:(Block (ExpressionStatement value:(Identifier d)))))",
  ],
  [
    "try: a\nexcept* B as c: d",
    "(Try body:(Block (ExpressionStatement value:(Identifier a))) catch:(Catch * type:(Identifier B) target:(Name c) body:(Block (ExpressionStatement value:(Identifier d)))))",
  ],
  [
    "try: a\nexcept B, c: d",
    "(Try body:(Block (ExpressionStatement value:(Identifier a))) catch:(Catch type:(Identifier B) type:(Identifier c) body:(Block (ExpressionStatement value:(Identifier d)))))",
  ],
  [
    "with a(): b",
    "(With item:(WithItem value:(Call callee:(Identifier a))) body:(Block (ExpressionStatement value:(Identifier b))))",
  ],
  [
    "with a as b, c as (d, e): f",
    "(With item:(WithItem value:(Identifier a) target:(Name b)) body:(Block (With item:(WithItem value:(Identifier c) target:(Tuple element:(Identifier d) element:(Identifier e))) body:(Block (ExpressionStatement value:(Identifier f))))))",
  ],
  [
    "with (a as b, c): d",
    "(With item:(WithItem value:(Identifier a) target:(Name b)) body:(Block (With item:(WithItem value:(Identifier c)) body:(Block (ExpressionStatement value:(Identifier d))))))",
  ],
  [
    "with (a as b): c",
    "(With item:(WithItem value:(Identifier a) target:(Name b)) body:(Block (ExpressionStatement value:(Identifier c))))",
  ],
  [
    "async with a as b.c: d",
    "(With modifier:(Modifier async) item:(WithItem value:(Identifier a) target:(Member object:(Identifier b) property:(Name c))) body:(Block (ExpressionStatement value:(Identifier d))))",
  ],
  [
    "match a:\n    case 1 | -2: b\n    case c.d: e\n    case _: f",
    "(Switch subject:(Identifier a) case:(Case test:(Number 1) test:(Unary - operand:(Number 2)) (ExpressionStatement value:(Identifier b))) case:(Case test:(Member object:(Identifier c) property:(Name d)) (ExpressionStatement value:(Identifier e))) case:(Case (ExpressionStatement value:(Identifier f))))",
  ],
  [
    'match a, b:\n    case [1, *c], {"d": e, **f} if g: h\n    case I(j, k=None) as l: m\n    case (n, _): o',
    "(Switch subject:(Tuple element:(Identifier a) element:(Identifier b)) case:(Case test:(Tuple element:(Array element:(Number 1) element:(Spread * value:(Identifier c))) element:(Dict element:(Pair key:(String d) value:(Identifier e)) element:(Spread ** value:(Identifier f)))) condition:(Identifier g) (ExpressionStatement value:(Identifier h))) case:(Case test:(WithItem value:(Call callee:(Identifier I) argument:(Identifier j) argument:(Argument name:(Name k) value:(Null None))) target:(Name l)) (ExpressionStatement value:(Identifier m))) case:(Case test:(Tuple element:(Identifier n) element:(Identifier _)) (ExpressionStatement value:(Identifier o))))",
  ],
  ["return", "(Return)"],
  ["return a, b", "(Return value:(Tuple element:(Identifier a) element:(Identifier b)))"],
  ["raise A(b) from c", "(Throw value:(Call callee:(Identifier A) argument:(Identifier b)) cause:(Identifier c))"],
  ["raise", "(Throw)"],
  ['assert a, "b"', "(Assert value:(Identifier a) value:(String b))"],
  ["del a, b[c]", "(Delete value:(Identifier a) value:(Index object:(Identifier b) index:(Identifier c)))"],
  [
    "def f():\n    global a, b\n    nonlocal c",
    "(Function name:(Name f) body:(Block (Global global name:(Name a)) (Global global name:(Name b)) (Global nonlocal name:(Name c))))",
  ],
  ["pass", "(Empty)"],
  [
    "type A[T] = List[T]",
    "(TypeAlias name:(Name A) typeParameter:(Identifier T) type:(Index object:(Identifier List) index:(Identifier T)))",
  ],
  [
    'def f(a, b=1, c: int = 2, *d, e, **g) -> str: "doc"',
    "(Function name:(Name f) parameter:(Parameter target:(Name a)) parameter:(Parameter target:(Name b) default:(Number 1)) parameter:(Parameter target:(Name c) type:(Identifier int) default:(Number 2)) parameter:(Parameter * target:(Name d)) parameter:(Parameter target:(Name e)) parameter:(Parameter ** target:(Name g)) returnType:(Identifier str) body:(Block (ExpressionStatement value:(String doc))))",
  ],
  [
    "def f(a, /, b, *, c): pass",
    "(Function name:(Name f) parameter:(Parameter target:(Name a)) parameter:(Parameter /) parameter:(Parameter target:(Name b)) parameter:(Parameter *) parameter:(Parameter target:(Name c)) body:(Block (Empty)))",
  ],
  [
    "def f(*a: int, **b: str): ...",
    "(Function name:(Name f) parameter:(Parameter * target:(Name a) type:(Identifier int)) parameter:(Parameter ** target:(Name b) type:(Identifier str)) body:(Block (ExpressionStatement value:(<ellipsis> ...))))",
  ],
  [
    "def f[T: int, *U](): pass",
    "(Function name:(Name f) typeParameter:(Parameter target:(Name T) type:(Identifier int)) typeParameter:(Spread * value:(Identifier U)) body:(Block (Empty)))",
  ],
  [
    "async def f(a): return a",
    "(Function modifier:(Modifier async) name:(Name f) parameter:(Parameter target:(Name a)) body:(Block (Return value:(Identifier a))))",
  ],
  [
    "@a\n@b.c(d)\ndef f(): pass",
    "(Function decorator:(Decorator value:(Call callee:(Identifier a))) decorator:(Decorator value:(Call callee:(Member object:(Identifier b) property:(Name c)) argument:(Identifier d))) name:(Name f) body:(Block (Empty)))",
  ],
  ["class A: pass", "(Class class name:(Name A) member:(Empty))"],
  [
    'class A(B, c.D, metaclass=E, **f):\n    """doc"""\n    a = 1\n    b: int\n    @g\n    def h(self): pass',
    "(Class class name:(Name A) parent:(Identifier B) parent:(Member object:(Identifier c) property:(Name D)) parent:(Argument name:(Name metaclass) value:(Identifier E)) parent:(Spread ** value:(Identifier f)) member:(ExpressionStatement value:(String doc)) member:(ExpressionStatement value:(Assign target:(Identifier a) value:(Number 1))) member:(Variable target:(Name b) type:(Identifier int)) member:(Function decorator:(Decorator value:(Call callee:(Identifier g))) name:(Name h) parameter:(Parameter target:(Name self)) body:(Block (Empty))))",
  ],
  [
    "@a\nclass B: ...",
    "(Class class decorator:(Decorator value:(Call callee:(Identifier a))) name:(Name B) member:(ExpressionStatement value:(<ellipsis> ...)))",
  ],
  [
    'def f(a: A | None, b: "B", c: d.E[f, g]): pass',
    "(Function name:(Name f) parameter:(Parameter target:(Name a) type:(Binary | left:(Identifier A) right:(Null None))) parameter:(Parameter target:(Name b) type:(String B)) parameter:(Parameter target:(Name c) type:(Index object:(Member object:(Identifier d) property:(Name E)) index:(Tuple element:(Identifier f) element:(Identifier g)))) body:(Block (Empty)))",
  ],
];

export const RANGES: readonly (readonly [string, Kind, ...string[]])[] = [
  ["x = (a)", Kind.Identifier, "x", "(a)"],
  ["f((a + b))", Kind.Binary, "(a + b)"],
  ["x = ((a, b))", Kind.Tuple, "((a, b))"],
  ["a = b = c", Kind.Assign, "a = b = c"],
  ["f(a for b in c)", Kind.Comprehension, "a for b in c"],
  ["f((a for b in c))", Kind.Comprehension, "(a for b in c)"],
  ["if a:\n  b  # c\n  # d\n# e", Kind.Block, "b"],
  ["x = a, b", Kind.Tuple, "a, b"],
  ["a[1, 2]", Kind.Tuple, "1, 2"],
  ['f(r"a" "b")', Kind.String, 'r"a"', '"b"'],
  ['f(f"a{b}" "c")', Kind.Template, 'f"a{b}" "c"', 'f"a{b}"'],
  ['f(f"a{b}" "c")', Kind.StringPart, "a"],
  ["import a, b as c  # d", Kind.Import, "import a", "import a, b as c"],
  ["@a\n# b\n@c(d)\nasync def e():\n  f()  # g", Kind.Function, "@a\n# b\n@c(d)\nasync def e():\n  f()"],
  ["@a\nclass B:\n  @c\n  def d(self): e", Kind.Function, "@c\n  def d(self): e"],
  ["@a.b(c)\ndef d(): e", Kind.Decorator, "@a.b(c)"],
  ["if a: b\nelif c: d\nelse: e\nf", Kind.If, "if a: b\nelif c: d\nelse: e", "elif c: d\nelse: e"],
  ["try: a\nexcept B as c: d\nfinally: e", Kind.Catch, "except B as c: d"],
  ["with a as b: c", Kind.WithItem, "a as b"],
  ["lambda a: b", Kind.ImplicitReturn, "b"],
  ["match a:\n  case -1: b", Kind.Unary, "-1"],
  ["match a:\n  case b.c.d(): e", Kind.Member, "b.c.d", "b.c"],
  ["def f(a, *b: c, **d): e", Kind.Parameter, "a", "*b: c", "**d"],
  ["a.b . c", Kind.Member, "a.b . c", "a.b"],
];

/** Texts with stand-ins in the places where a pattern may have `$X` or `...`; each must be a leaf of its own. */
export const STAND_INS: readonly string[] = [
  "def ꓘF(ꓘꓘꓘ, ꓘA=ꓘD, *ꓘB, ꓘC: ꓘT, **ꓘK) -> ꓘR:\n  ꓘꓘꓘ",
  "@ꓘD\n@ꓘꓘꓘ\nclass ꓘC(ꓘꓘꓘ, ꓘK=ꓘM):\n  ꓘꓘꓘ\n  ꓘX = ꓘV",
  "import ꓘX\nimport ꓘM as ꓘA\nfrom ꓘN import ꓘF\nfrom ꓘO import ꓘG as ꓘH, ꓘꓘꓘ",
  'f(ꓘꓘꓘ, k=ꓘV, ꓘK=ꓘW, *ꓘA, **ꓘB)\n{**ꓘꓘꓘ, "k": ꓘV, ꓘK: ꓘW}\n[ꓘꓘꓘ, ꓘX]\n{ꓘꓘꓘ}\n(ꓘꓘꓘ, ꓘY)',
  "try:\n  ꓘꓘꓘ\nexcept ꓘE as ꓘN:\n  ꓘA\nexcept (ꓘB, ꓘꓘꓘ):\n  ꓘC\nelse:\n  ꓘD\nfinally:\n  ꓘF",
  "with ꓘX as ꓘY, ꓘꓘꓘ:\n  ꓘA\nfor ꓘX in ꓘꓘꓘ:\n  ꓘB\nwhile ꓘC:\n  ꓘꓘꓘ\nasync with ꓘD: ꓘE",
  "lambda ꓘꓘꓘ, ꓘX: ꓘB\nraise ꓘE(ꓘꓘꓘ) from ꓘF\nreturn ꓘꓘꓘ\ndel ꓘA\nassert ꓘC, ꓘD\nglobal ꓘG\nnonlocal ꓘN",
  "ꓘX. ꓘꓘꓘ .foo()\nꓘX.ꓘY[ꓘZ]\nꓘA[ꓘB:ꓘC:ꓘD]\nꓘX: ꓘT = ꓘV\nꓘA: ꓘU\nꓘA += ꓘB\n(ꓘC := ꓘD)\nꓘL[ꓘꓘꓘ]",
  'f"ꓘꓘꓘ{ꓘX}"\n"ꓘX"\nprint ꓘX\nawait ꓘA\nyield ꓘB\nyield from ꓘC\nꓘA if ꓘB else ꓘC\n-ꓘD\nnot ꓘE',
  "[ꓘX for ꓘY in ꓘZ if ꓘꓘꓘ]\n{ꓘK: ꓘV for ꓘA, ꓘB in ꓘC}\nꓘA and ꓘB and ꓘꓘꓘ\nꓘA < ꓘB\nꓘA not in ꓘB\nꓘA + ꓘꓘꓘ",
  "match ꓘX:\n  case ꓘꓘꓘ: ꓘꓘꓘ\n  case ꓘA(ꓘB, ꓘK=ꓘC) if ꓘD: ꓘE\n  case [ꓘF, *ꓘG] | {ꓘH.ꓘI: ꓘJ} as ꓘL: ꓘM",
];

/** Patterns that are no whole statement or need an unusual stand-in, and the kind of their outermost row. */
export const PARTIAL: readonly (readonly [string, Kind])[] = [
  ["@$D", Kind.Decorator],
  ["@a.b(...)", Kind.Decorator],
  ["except $E as $N:\n  ...", Kind.Catch],
  ["finally:\n  ...", Kind.Finally],
  ["case $C:\n  ...", Kind.Case],
  ["def $F(...):\n  ...", Kind.Function],
  ["class $C(...):", Kind.Class],
  ['{..., "k": $V, ...}', Kind.Dict],
  ['book({"rooms": [{"beds": $N, ...}, ...], "until": ..., ...}, pets={..., $P: False})', Kind.Call],
  ["{..., 1}", Kind.Set],
  ["match $X:\n  ...\n  case 1: ...\n  ...", Kind.Switch],
  ["$X. ... .foo(...)", Kind.Call],
  ["f(..., *$A, k=$V, ..., **$K)", Kind.Call],
  ["$X = $Y", Kind.Assign],
];
