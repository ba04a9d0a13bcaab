// What is asked about documents while something is found out. Many functions rest on the same answers: each is found once.
import type { FlowDocument } from "./flow-document";
import type { Layout } from "./layout";

/** What is told of a row. */
export type Told = (document: FlowDocument, row: number) => unknown;

/** No answer equals it: what was asked about is gone. */
const GONE = Symbol("gone");

/** Of a place in all states of a document. */
export class Question {
  private turn = -1;
  /** Of the state that the answer is of. */
  private document = -1;
  private told: unknown;

  /** @param layout of a state that has the row: later ones take its place, so that no former state is held for long */
  constructor(
    private layout: Layout,
    private row: number,
    private readonly tell: Told,
  ) {}

  /** The answer now. Within a turn texts stay as they are, and so do answers. */
  answer(turn: number): unknown {
    const { latest } = this.layout.lineage;
    if (this.turn !== turn || this.document !== (latest?.id ?? -1)) {
      const now = this.layout.now(this.row);
      if (now) {
        this.layout = now.document.layout;
        this.row = now.row;
      }
      this.told = now ? this.tell(now.document, now.row) : GONE;
      this.turn = turn;
      this.document = latest?.id ?? -1;
    }
    return this.told;
  }

  /** Whether there is an answer, and it is one that was given before. */
  isStill(before: unknown, turn: number): boolean {
    return before !== GONE && this.answer(turn) === before;
  }
}

/** More are not looked up again; what rests on one that is forgotten keeps it. */
const MOST = 5_000;

/** Those that were asked last, by what they ask and where. */
export class Questions {
  private young = new Map<string, Question>();
  private old = new Map<string, Question>();

  of(key: string, make: () => Question): Question {
    let question = this.young.get(key);
    if (question) return question;
    question = this.old.get(key) ?? make();
    if (this.young.size >= MOST) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, question);
    return question;
  }
}
