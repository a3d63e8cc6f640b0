globals().clear()
try:
    print(1)
except NameError:
    pass
