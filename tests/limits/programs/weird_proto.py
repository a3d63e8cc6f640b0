class A:
    pass
a = A()
for name in ("__proto__", "constructor", "hasOwnProperty", "toString", "valueOf", "prototype", "length", "__defineGetter__"):
    try:
        getattr(a, name)
        print("found", name)
    except AttributeError:
        pass
    setattr(a, name, 1)
    print(getattr(a, name), name in {name: 1}, eval(name, {name: 2}), (lambda **k: k)(**{name: 3})[name])
print(sorted(vars(a)))
