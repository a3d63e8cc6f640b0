# needs: library
# What the use of the library's classes leaves for the collector.
import gc

gc.collect()
gc.disable()
import functools
import weakref
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, Flag, IntEnum, auto
from typing import Generic, NamedTuple, Protocol, TypeVar

print("imports", gc.collect())


@dataclass
class Point:
    x: int
    y: list = field(default_factory=list)


@dataclass(frozen=True, order=True)
class Frozen:
    x: int
    y: int = 3


print("dataclasses", gc.collect())


@dataclass(slots=True)
class Slotted:
    x: int


print("with slots", gc.collect())
Point(1) == Point(2), hash(Frozen(1)), Slotted(2)
print("used", gc.collect())
del Point, Frozen, Slotted
print("deleted", gc.collect())


class Color(Enum):
    RED = 1
    BLUE = 2


class Number(IntEnum):
    ONE = auto()


class Bits(Flag):
    A = auto()
    B = auto()


print("enums", gc.collect(), Bits.A | Bits.B)
del Color, Number, Bits
print("deleted", gc.collect())

X = TypeVar("X")


class Box(Generic[X]):
    def get(self) -> X: ...


class Row(NamedTuple):
    a: int
    b: str = "x"


class Sized(Protocol):
    def size(self) -> int: ...


print("typing", gc.collect())
del Box, Row, Sized
print("deleted", gc.collect())


@contextmanager
def managed():
    yield 1


with suppress(ZeroDivisionError), managed(), ExitStack() as stack:
    stack.callback(print, "left")
    1 / 0
print("contexts", gc.collect())


@functools.lru_cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


fibonacci(20)
print("cached", gc.collect())
del fibonacci
print("deleted", gc.collect())
