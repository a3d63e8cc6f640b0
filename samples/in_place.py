"""In place or anew: which operations change an object and which make another."""
import sys


def get_large_dataset():
    return [i % 97 for i in range(10_000)]


def process(values):
    for index, value in enumerate(values):
        values[index] = value * 2


data = get_large_dataset()
before = id(data)
process(data)  # modifies data in place
print("same object:", id(data) == before)
print(data[:5], data[-1], sum(data))

numbers = [1, 2, 3]
alias = numbers
numbers += [4]
print("+= on a list changes it:", alias, numbers is alias)
numbers = numbers + [5]
print("+ makes a new one:", alias, numbers)
pair = (1, 2)
alias = pair
pair += (3,)
print("a tuple cannot change:", alias, pair)
text = "a"
alias = text
text += "b"
print("nor can a string:", alias, text)

letters = list("dbca")
alias = letters
print("sort is in place, sorted is not:", sorted(letters), letters)
letters.sort()
print("    ", alias)
letters[1:3] = ["x"]
print("slices too:", alias)
alias.clear()
print("and clear:", letters)

row = [0, 0]
grid = [row] * 2
grid[0][0] = 1
print("one row twice:", grid, sys.getrefcount(row))
grid = [[0, 0] for _ in range(2)]
grid[0][0] = 1
print("two rows:", grid)


def append(item, to=[]):
    to.append(item)
    return to


print("a default is made once:", append(1), append(2), append(3, []))
table = {"k": [1]}
shallow = dict(table)
shallow["k"].append(2)
shallow["new"] = 0
print("a shallow copy shares:", table, shallow)
counter = {"n": 1}
counter |= {"m": 2}
print(counter)
