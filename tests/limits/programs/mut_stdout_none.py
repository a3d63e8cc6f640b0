import sys
sys.stdout = None
print("nobody sees")
sys.stdout = sys.__stdout__
print("end")
del sys.stdout
try:
    print(1)
except RuntimeError as e:
    sys.stdout = sys.__stdout__
    print(e)
