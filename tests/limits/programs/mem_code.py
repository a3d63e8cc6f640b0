a = []
while True:
    a.append(compile("def f(): return [1, 2, 3]", "x", "exec"))
