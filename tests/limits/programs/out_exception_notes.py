e = ValueError()
for i in range(100000):
    e.add_note("x" * 100)
raise e
