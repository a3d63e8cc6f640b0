# needs: library
# The module dis: the bytecode of functions, classes and sources.
import dis


def loop(items, *, limit=10):
    total = 0
    for i, item in enumerate(items):
        if item is None or i > limit:
            continue
        try:
            total += item.value[i] ** 2
        except (AttributeError, KeyError) as error:
            print(f"{error!r:>10}")
    return lambda: total


class Class:
    attr = [x for x in range(3)]

    async def method(self):
        async with self as s:
            await s
        return super().method()


dis.dis(loop)
dis.dis(Class)
dis.dis("match x:\n  case [1, *r]: pass\nwith a as b: del b[0]\nassert c, 'd'")
dis.dis(loop, show_caches=True, depth=0)
dis.show_code(loop)
for instruction in list(dis.get_instructions(loop))[:12]:
    print(instruction)
print(dis.stack_effect(dis.opmap["CALL"], 2), dis.findlabels(loop.__code__.co_code), list(dis.findlinestarts(loop.__code__))[:4])
try:
    loop([1])
    1 / 0
except ZeroDivisionError as error:
    dis.distb(error.__traceback__)
print(dis.Bytecode("a = 1").dis(), dis.code_info("a = 1"))
try:
    dis.dis(1)
except TypeError as error:
    print(error)
