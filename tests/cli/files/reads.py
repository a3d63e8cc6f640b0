import sys

name = input("name? ")
print("hello", name)
for line in sys.stdin:
    print(repr(line))
try:
    input("more? ")
except EOFError as e:
    print("EOFError", e)
