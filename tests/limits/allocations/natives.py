import _collections as collections, _operator as operator, _functools
d = collections.deque([1000, 2000], 5); d.append(3000); d.appendleft(1); d.rotate(1); list(d); d.extend([1, 2]); d.copy(); d + d; d[1]; repr(d)
dd = collections.defaultdict(list); dd["a"].append(1000); dd.copy(); repr(dd)
od = collections.OrderedDict(a=1000); od["b"] = 2; od.move_to_end("a"); list(od.items()); od.copy(); od.popitem(); repr(od)
g = operator.itemgetter(0, 1); g([1000, 2000]); operator.attrgetter("real")(1000); operator.methodcaller("upper")("a")
f = _functools.reduce(lambda a, b: a + b, [1000, 2000, 3000]); _functools.cmp_to_key(lambda a, b: a - b)(5)
