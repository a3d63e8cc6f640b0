while True:
    try:
        while True:
            pass
    finally:
        while True:
            pass
