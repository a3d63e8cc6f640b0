# The carets under every kind of expression.
import sys
def show(f):
    try:
        f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
class D(dict): pass
x = {"a": {"b": [1, 2]}}
n = None
z = 0
def f1(): return x["a"]["c"]
def f2(): return x["a"]["b"][5]
def f3(): return 1 + 2 * (3 / z)
def f4(): return (1 +
    2) / z
def f5(): n.foo.bar
def f6(): return n.foo(1, 2)
def f7(): return [i / z for i in (1, 2)]
def f8(): return undefined_name + 1
def f9(): return "é" + 1 / z
def f10(): return "日本語" + x["é日本"][0]
def f11():
	return	(1	/	z)  # tabs
def f12(): return (1)//(z)
def f13(): return x ["a"] [ "zz" ]
def f14():
    1/z
def f15():
    raise ValueError("x")
def f16():
    assert z, "msg"
def f17(): return (x
   ["a"]
   ["zz"])
def f18(): return max(
        1,
        n + 1)
def f19(): return (lambda: 1/z)()
def f20():
    a, b = 1,
def f21():
    for i in 5: pass
def f22():
    with 5 as q: pass
def f23():
    import nonexist.foo
def f24():
    from sys import nonexistent_thing
def f25():
    del x["nope"]
def f26():
    x["a"]["b"]["c"] = 5
def f27():
    n.foo = 5
def f28(): return -n
def f29(): return not n < 5
def f30(): return 1 < n < 3
def f31(): return f"{n.foo} {1/z}"
def f32(): return f"{z:{n.foo}}"
def f33(): return "a".real.foo + 3
def f34(): return int("abc")
def f35(): return int("abc"); print()
def f36(): return  1 @ 2
def f37(): return  n**2
def f38(): return  z if z else n[0]
def f39(): return  [*n]
def f40(): return  f1(*5)
def f41(): return  f1(1,2)
def f42():
    z += 1
def f43():
    global n
    n += 1
def f44(): return n[1:2]
def f45():
    return (((((1)))) / ((((z)))))
def f46(): return x["a"]["b"][(1+1)*2 ]
def f47(): return 'a' 'b' + 1
def f48(): return n and n.foo or n.bar
def f49(): return (yield_ := n.foo)
async def co(): pass
def f50(): return sum([1, 2, "3"])
def f51(): return sorted([1, "a"])
def f52():
    match n:
        case int(1, 2): pass
        case _: n.boo
def f53():
    class A(n.foo): pass
def f54():
    @n.foo
    def g(): pass
def f55():
    def g(a=n.foo): pass
def f56():
    return {**n}
def f57():
    return {1: 2, [1]: 3}
def f58():
    return {1, [2]}
def f59():
    return n . foo
def f60():
    x = 5; n.foo; y = 6
def f61(): return 1 +  2  /  z
def f62(): return (1 +  2)  %z
def f63(): return ((1)+2)<<n
def f64(): return "%d" % "a"
def f65(): return "a".foo("b")[1] + 2
for i in range(1, 66):
    print("--", i, file=sys.stderr)
    show(globals()["f%d" % i])
