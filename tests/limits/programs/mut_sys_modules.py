import sys
sys.modules.clear()
try:
    import sys as again
    print("imported")
except Exception as e:
    print(type(e).__name__)
