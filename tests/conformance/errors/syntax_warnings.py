# expects: stderr
# Warnings of the compiler, on stderr, once for each place.
def f(x):
    if x is 5:
        return "identity with a literal"
    if x is not "text":
        return "and again"
    return x is ()


print(f(5), f("text"))
try:
    (1)(2)
except TypeError as e:
    print(e)
try:
    [1, 2]["a"]
except TypeError as e:
    print(e)
assert (1, "always true")
print("\d", b"\q", 'a\.b')
print(1if True else 2)
