import sys
class W:
    def write(self, s):
        pass
    def flush(self):
        while True:
            pass
sys.stdout = W()
