"""memoryview: work on existing data instead of copying it."""
import array
import sys

arr = array.array("i", range(100_000))
mv = memoryview(arr)
print(mv.format, mv.itemsize, mv.nbytes, len(mv))
part = mv[10:20]
part[0] = -1
print(arr[9], arr[10], arr[11])
print(part.tolist())
print("a view, not a copy:", part.obj is arr)
print("a view's size does not depend on the data:", sys.getsizeof(mv) == sys.getsizeof(mv[:2]))
copy = arr[10:20]
copy[0] = 99
print("a slice of the array is a copy:", arr[10], copy[0])

data = bytearray(b"hello world")
view = memoryview(data)
view[0:5] = b"HELLO"
print(data)
try:
    data.append(33)
except BufferError as error:
    print("while a view exists:", error)
view.release()
data.append(33)
print("after release:", data)
try:
    memoryview(b"constant")[0] = 1
except TypeError as error:
    print(error)


def checksum(view):
    total = 0
    while view:
        total += view[0]
        view = view[1:]
    return total


print("walking by slices, without copies:", checksum(memoryview(bytes(range(100)))))
with memoryview(bytearray(8)) as words:
    numbers = words.cast("H")
    numbers[1] = 258
    print(words.tolist(), numbers.tolist())
