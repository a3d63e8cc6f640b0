for change in (lambda: d.update({9: 9}), lambda: d.clear(), lambda: d.pop(1), lambda: d.popitem()):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in d:
            change()
        print("ended", len(d))
    except RuntimeError as e:
        print(e)
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k, v in d.items():
            change()
        print("ended", len(d))
    except RuntimeError as e:
        print(e)
