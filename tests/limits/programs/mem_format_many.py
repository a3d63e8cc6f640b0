print(len(("{0}" * 1000000).format("x" * 1000)))
