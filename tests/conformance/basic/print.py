# The plainest of programs on print.
print("hello")
print(1, 2.5, "three", None, True)
print()
print("a", "b", sep="-", end="!\n")
print([1, "x"], (1,), {"k": 1}, {2})
print("é日😀")
print(-1, 1e10, 0.1, 1j)
print(repr("q'uote"), str(5), ascii("é"))
