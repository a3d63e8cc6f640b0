a = []
while True:
    a.append(type("A", (), {"x": 1}))
