// Settings: what a program reads under constant keys from files of keys and values that stand beside its code.
import { Kind, Role } from "../tree/kinds";
import { childIn } from "../tree/tree";
import type { Called } from "./calls";
import type { FlowDocument } from "./flow-document";
import type { Effect } from "./models";
import type { Unit } from "./unit";
import type { Settings, Value } from "./values";

/** What calls with such a value look up a file by: no name of code begins so. */
export const fileNamed = (name: string): string => `/${name}`;

/** The name of the settings file that a text names, without its folder. */
function fileIn({ document }: FlowDocument, text: string): string | undefined {
  return document.language.flow?.settings?.file.exec(text)?.[0];
}

/** Names of the settings files that a document may read, by its rows [from, to). */
export function filesRead(document: FlowDocument, from = 0, to = document.tree.length): readonly string[] {
  const { tree } = document;
  const { settings } = document.document.language.flow ?? {};
  if (!settings) return [];
  const texts = [...document.document.rowsOfKind(Kind.String, from, to)];
  const named = texts.flatMap((row) => fileIn(document, document.textOf(row)) ?? []);
  const bundled = Object.entries(settings.bundles ?? {}).flatMap(([name, ending]) =>
    (document.callsNamed(name) ?? [])
      .filter((call) => call >= from && call < to)
      .flatMap((call) => {
        const first = childIn(tree, call, Role.Argument);
        return first >= 0 && tree.kind[first] === Kind.String ? [bundle(document.textOf(first), ending)] : [];
      }),
  );
  return [...new Set([...named, ...bundled])];
}

const bundle = (name: string, ending: string): string => `${name.split(/[./]/).at(-1)}${ending}`;

/** What a value leads to: the files that it names, or that it was read from. */
function settingsOf(unit: Unit, { settings, constant, objects = [] }: Value): Settings {
  if (settings) return settings;
  const name = constant?.type === "string" ? fileIn(unit.document, constant.value) : undefined;
  return name === undefined ? objects.flatMap((each) => unit.state.get(each)?.settings ?? []) : [name];
}

/** Whatever is made of a settings file's name, or of what leads to one, leads to it too. */
export function leadingOn(unit: Unit, { callee, receiver, arguments: given }: Called, result: Value): Value {
  const { settings: facts } = unit.document.document.language.flow ?? {};
  const { bundles = {} } = facts ?? {};
  if (!facts || result.constant || result.settings || result.asked) return result;
  const name = unit.document.textOf(childIn(unit.document.tree, callee, Role.Property));
  const first = given[0]?.value.constant;
  const ending = first?.type === "string" && Object.hasOwn(bundles, name) ? bundles[name] : undefined;
  const settings =
    first?.type === "string" && ending !== undefined
      ? [bundle(first.value, ending)]
      : [...(receiver ? [receiver] : []), ...given.map(({ value }) => value)].flatMap((each) => settingsOf(unit, each));
  return settings.length > 0 ? { ...result, settings: [...new Set(settings)] } : result;
}

/** The object with the settings of an argument. */
export function loaded(unit: Unit, held: Value, from: Value): Value {
  const settings = settingsOf(unit, from);
  return settings.length > 0 ? { ...held, settings: [...new Set([...(held.settings ?? []), ...settings])] } : held;
}

/**
 * What a call reads from settings; undefined where no file is known to hold it.
 * @param unknown what it gives otherwise
 */
export function settingRead(
  unit: Unit,
  { callee, receiver, arguments: given }: Called,
  { key: at }: NonNullable<Effect["setting"]>,
  unknown: Value,
): Value | undefined {
  const key = given[at]?.value;
  if (!key || !receiver || !unit.document.document.language.flow?.settings) return undefined;
  const text = key.constant?.type === "string" ? key.constant.value : undefined;
  if (text !== undefined && unit.snapshot(receiver).parts?.has(`[${text}]`)) return undefined;
  const own = settingsOf(unit, receiver);
  const settings = own.length > 0 ? own : settingsAround(unit, childIn(unit.document.tree, callee, Role.Object));
  return settings.length > 0 ? under(unit, settings, key, unknown) : undefined;
}

/** `settings[section][key]`: a section leads to the same files. */
export function settingIndexed(unit: Unit, whole: Value, key: Value, held: Value): Value {
  const settings = settingsOf(unit, whole);
  if (settings.length === 0 || held.constant || held.taints.length > 0) return held;
  return under(unit, settings, key, held) ?? { ...held, settings };
}

/** What settings hold under a key, once it is known. */
function under(unit: Unit, settings: Settings, key: Value, unknown: Value): Value | undefined {
  if (key.constant?.type === "string") return unit.program.setting(unit.document, settings, key.constant.value);
  const [, parameter] = /^parameter (\d+)$/.exec(key.objects?.length === 1 ? key.objects[0]! : "") ?? [];
  return parameter === undefined ? undefined : { ...unknown, asked: { settings, parameter: Number(parameter) } };
}

/** What a function gives that was asked for a setting under a parameter, where it is called. */
export function answered(unit: Unit, value: Value, actual: (parameter: number) => Value): Value {
  const { asked, ...unknown } = value;
  return asked ? (under(unit, asked.settings, actual(asked.parameter), unknown) ?? unknown) : value;
}

/** Of a field it is not followed when it is filled: it holds what the file of its class may read. */
function settingsAround(unit: Unit, object: number): Settings {
  const { document, program } = unit;
  const { tree } = document;
  if (tree.kind[object] === Kind.Identifier && document.isField(object)) return filesRead(document);
  if (tree.kind[object] !== Kind.Member) return [];
  const owner = childIn(tree, object, Role.Object);
  if (document.isReceiver(owner)) return filesRead(document);
  if (tree.kind[owner] !== Kind.Identifier) return [];
  return program.classesNamed(document, document.textOf(owner)).flatMap((info) => filesRead(info.document));
}

const known = new WeakMap<FlowDocument["document"], ReadonlyMap<string, number>>();

/** The row of what a settings file holds under a key, the last one where there are several; -1 where there is none. */
export function settingAt({ document, tree }: FlowDocument, key: string): number {
  let rows = known.get(document);
  if (!rows) {
    const pairs = [...document.rowsOfKind(Kind.Pair)].map(
      (row) =>
        [document.interner.text(tree.atom[childIn(tree, row, Role.Key)]!), childIn(tree, row, Role.Value)] as const,
    );
    rows = new Map(pairs);
    known.set(document, rows);
  }
  return rows.get(key) ?? -1;
}
