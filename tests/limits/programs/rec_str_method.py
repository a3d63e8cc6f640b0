class A:
    def __str__(self):
        return f"{self}"
try:
    str(A())
except RecursionError as e:
    print("RE")
