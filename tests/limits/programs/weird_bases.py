for bases in ((int, str), (object, object), (bool,), (type(None),), (1,), (type, int), (int, float), ("x",), (list, dict)):
    try:
        type("A", bases, {})
        print("made")
    except TypeError as e:
        print(e)
