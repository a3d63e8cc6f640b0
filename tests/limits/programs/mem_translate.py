print(len(("a" * 1000000).translate({97: "b" * 1000000})))
