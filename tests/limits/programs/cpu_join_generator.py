def g():
    while True:
        yield ""
"".join(g())
