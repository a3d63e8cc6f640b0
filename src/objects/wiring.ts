// Tells the lower files of this folder what they need of the higher ones.
import type { PyObject } from "../heap/object.ts";
import { drop, newRef, newRefs, type Owned, type OwnedValue, type Refs, share, type Value } from "../heap/refs.ts";
import { callOwned } from "./call.ts";
import { CellType, type PyCell, setCell } from "./cell.ts";
import { dictEntries, dictPeek, type PyDict } from "./dict.ts";
import { dictMerge } from "./dictmerge.ts";
import { checkEncodable } from "./encodable.ts";
import { typeError } from "./errors.ts";
import { addNote, type PyException } from "./exceptions.ts";
import { isFunction } from "./function.ts";
import { genericGetAttr } from "./instance.ts";
import { indexSize, intValue, newInt } from "./int.ts";
import { listItems } from "./iteration.ts";
import { isList, listAppend, newList, type PyList } from "./list.ts";
import { typeOf } from "./lookup.ts";
import { checkView, exporterOf, isMemoryView, releaseView, viewObject } from "./memoryview.ts";
import { setModuleKeyLister } from "./moduleobject.ts";
import { setAbstractCheck } from "./object.ts";
import { setKeyLister } from "./objectmethods.ts";
import { newClassMethod, newStaticMethod } from "./property.ts";
import { reprText } from "./protocol.ts";
import { setStateCaller } from "./setmethods.ts";
import { setSlotSupport } from "./slotbase.ts";
import { intern, isStr, newStr } from "./str.ts";
import { setClassSupport, setNoteAdder } from "./type.ts";

/** What this folder asks of the virtual machine. */
export interface ObjectHooks {
  /** Reports an exception that cannot be raised. */
  unraisable(exception: PyObject, where: PyObject): void;
  /** `__name__` of the globals of the code that runs, borrowed. */
  currentModule(): Value | null;
}

/** A list of a dict's keys. */
function keyList(dict: PyDict): Owned {
  const items = newRefs();
  for (const [, , at] of dictEntries(dict)) items.push(share(dict.value.keySlots, at));
  return newList(items);
}

/** Why a class with abstract methods cannot be instantiated; null when it has none. */
function abstractError(type: PyObject): unknown {
  const t = (type as Parameters<Parameters<typeof setAbstractCheck>[0]>[0]).value;
  const names = t.abstract ? dictPeek(t.dict as PyDict, intern("__abstractmethods__")) : undefined;
  if (names === undefined) return null;
  const items = listItems(names);
  const texts = [...items].map((n) => (isStr(n) ? n.value : "")).sort();
  for (const n of items) drop(n as OwnedValue);
  if (texts.length === 0) return null;
  const plural = texts.length > 1 ? "s" : "";
  return typeError(
    `Can't instantiate abstract class ${t.name} without an implementation for abstract method${plural} ${texts.map((n) => `'${n}'`).join(", ")}`,
  );
}

/** Called once, before the types are readied. */
export function wireObjects(hooks: ObjectHooks): void {
  setSlotSupport({
    newInt,
    intValue,
    indexSize,
    unraisable: hooks.unraisable,
    genericGetAttr: (o, name) => genericGetAttr(o, name),
    viewObject,
    isReadOnly: (view) => isMemoryView(view) && checkView(view).readonly,
    exporterOf: (view) => (isMemoryView(view) ? exporterOf(view) : undefined),
    releaseView: (view) => {
      if (isMemoryView(view)) releaseView(view);
    },
  });
  setClassSupport({
    iterate: (value) => [...listItems(value)],
    currentModule: hooks.currentModule,
    mergeDict: (dict, other) => dictMerge(dict, other, 1),
    checkEncodable,
    staticMethod: newStaticMethod,
    classMethod: newClassMethod,
    isFunction,
    setCell(cell, name, content) {
      if (typeof cell === "number" || cell.type !== CellType)
        throw typeError(`${name} must be a nonlocal cell, not ${reprText(typeOf(cell))}`);
      setCell(cell as PyCell, newRef(content));
    },
  });
  setKeyLister(keyList);
  setModuleKeyLister(keyList);
  setStateCaller((method) => callOwned(method));
  setAbstractCheck(abstractError);
  setNoteAdder(
    (e, text) =>
      addNote(
        e as PyException,
        newStr(text),
        (item) => newList([item] as OwnedValue[] as Refs),
        (list, item) => {
          if (isList(list)) listAppend(list as PyList, item);
        },
      ),
    reprText,
  );
}
