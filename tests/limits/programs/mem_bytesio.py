import _io as io
b = io.BytesIO()
b.seek(10**12)
try:
    b.write(b"x")
    print("wrote")
except (MemoryError, OverflowError) as e:
    print("refused")
s = io.StringIO()
try:
    s.seek(10**12)
    s.write("x")
    print("wrote")
except (MemoryError, OverflowError) as e:
    print("refused")
