# needs: library
# Tuples of types stay tracked where CPython's collector watches the type.
import array
import collections
import functools
import gc
import io
import itertools
import operator
import re
import struct
import typing

for cls in (
    typing.Generic, typing.TypeVar, typing.TypeAliasType, collections.deque, collections.defaultdict,
    collections.OrderedDict, functools.partial, itertools.chain, itertools.count, re.Pattern, array.array,
    operator.itemgetter, io.StringIO, struct.Struct, object, int, Exception, type(len),
):
    held = tuple([cls])
    gc.collect()
    print(cls.__name__, bool(cls.__flags__ & 1 << 9), gc.is_tracked(held))
