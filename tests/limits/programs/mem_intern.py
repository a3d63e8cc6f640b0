import sys
i = 0
while True:
    sys.intern("name" + str(i))
    i += 1
