a = []
while True:
    try:
        a.append([0] * 10)
        raise ValueError(a[-1])
    except ValueError as e:
        a.append(e)
