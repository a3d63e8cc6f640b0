import sys
print(sys.argv[:0], [k for k in vars(sys) if "node" in k.lower() or "js" in k.lower()])
