import sys
class W:
    def write(self, s):
        print(s)
    def flush(self):
        self.flush()
sys.stdout = W()
try:
    print(1)
except RecursionError:
    sys.stdout = sys.__stdout__
    print("RE")
