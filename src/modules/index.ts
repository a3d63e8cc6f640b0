// The native modules, by name. To add one: write its file, add its import and its place here.

import abc from "./_abc.ts";
import ast from "./_ast.ts";
import bisect from "./_bisect.ts";
import blake2 from "./_blake2.ts";
import codecs from "./_codecs.ts";
import collections from "./_collections.ts";
import contextvars from "./_contextvars.ts";
import csv from "./_csv.ts";
import ctypes from "./_ctypes.ts";
import functools from "./_functools.ts";
import heapq from "./_heapq.ts";
import imp from "./_imp.ts";
import io from "./_io.ts";
import json from "./_json.ts";
import locale from "./_locale.ts";
import md5 from "./_md5.ts";
import opcode from "./_opcode.ts";
import operator from "./_operator.ts";
import posixsubprocess from "./_posixsubprocess.ts";
import random from "./_random.ts";
import sha1 from "./_sha1.ts";
import sha2 from "./_sha2.ts";
import sha3 from "./_sha3.ts";
import signal from "./_signal.ts";
import socket from "./_socket.ts";
import sre from "./_sre.ts";
import statistics from "./_statistics.ts";
import stringC from "./_string.ts";
import struct from "./_struct.ts";
import symtable from "./_symtable.ts";
import testcapi from "./_testcapi.ts";
import testinternalcapi from "./_testinternalcapi.ts";
import thread from "./_thread.ts";
import tokenize from "./_tokenize.ts";
import tracemalloc from "./_tracemalloc.ts";
import typing from "./_typing.ts";
import warnings from "./_warnings.ts";
import weakrefC from "./_weakref.ts";
import array from "./array.ts";
import atexit from "./atexit.ts";
import binascii from "./binascii.ts";
import builtins from "./builtins.ts";
import cmath from "./cmath.ts";
import errno from "./errno.ts";
import gc from "./gc.ts";
import itertools from "./itertools.ts";
import marshal from "./marshal.ts";
import math from "./math.ts";
import type { ModuleTable } from "./module.ts";
import posix from "./posix.ts";
import select from "./select.ts";
import sys from "./sys.ts";
import time from "./time.ts";
import unicodedata from "./unicodedata.ts";
import weakref from "./weakref.ts";

const tables: readonly ModuleTable[] = [
  csv,
  abc,
  cmath,
  binascii,
  blake2,
  sha3,
  sha2,
  sha1,
  md5,
  json,
  statistics,
  heapq,
  bisect,
  random,
  ast,
  imp,
  codecs,
  collections,
  ctypes,
  functools,
  contextvars,
  io,
  locale,
  opcode,
  operator,
  posixsubprocess,
  sre,
  signal,
  stringC,
  struct,
  socket,
  select,
  typing,
  tokenize,
  symtable,
  testcapi,
  testinternalcapi,
  thread,
  tracemalloc,
  warnings,
  weakrefC,
  array,
  atexit,
  builtins,
  errno,
  gc,
  itertools,
  marshal,
  math,
  posix,
  sys,
  time,
  unicodedata,
  weakref,
];

const byName = new Map(tables.map((table) => [table.name, table]));

/** Those that come before all files, as in CPython; any other gives way to a file of its name on sys.path. */
const CORE = new Set(
  (
    "_abc _ast _codecs _collections _functools _imp _io _locale _operator _signal _sre _stat _string _symtable _thread " +
    "_tokenize _tracemalloc _typing _warnings _weakref atexit builtins errno faulthandler gc itertools marshal posix pwd " +
    "sys time"
  ).split(" "),
);

/** What importing asks of the native modules. */
export const nativeModules = {
  find: (name: string): ModuleTable | undefined => byName.get(name),
  isCore: (name: string): boolean => CORE.has(name) && byName.has(name),
  isPackage: (name: string): boolean => tables.some((table) => table.name.startsWith(`${name}.`)),
};

/** For sys.builtin_module_names. */
export const nativeModuleNames: readonly string[] = tables.map((table) => table.name).filter((name) => CORE.has(name));
