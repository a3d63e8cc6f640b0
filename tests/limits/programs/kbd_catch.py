try:
    raise KeyboardInterrupt
except BaseException as e:
    print(type(e).__name__)
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass
