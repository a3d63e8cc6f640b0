for name, src in {
    "indent": "".join(" " * i + "if 1:\n" for i in range(99)) + " " * 99 + "pass\n",
    "deeper": "".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass\n",
    "for": "".join(" " * i + "for x in y:\n" for i in range(30)) + " " * 30 + "pass\n",
    "def": "".join(" " * i + "def f():\n" for i in range(90)) + " " * 90 + "pass\n",
    "class": "".join(" " * i + "class A:\n" for i in range(90)) + " " * 90 + "pass\n",
    "assign": "x = " * 5000 + "1\n", "decorators": "@f\n" * 3000 + "def g(): pass\n",
    "try": "".join(" " * i + "try:\n" for i in range(50)) + " " * 50 + "pass\n" + "".join(" " * i + "finally: pass\n" for i in range(49, -1, -1)),
    "with": "with " + ", ".join(["a"] * 30) + ": pass\n", "elif": "if 0: pass\n" + "elif 0: pass\n" * 500,
    "import": "import " + ".".join(["a"] * 5000) + "\n", "args": "f(" + ", ".join(["1"] * 5000) + ")\n",
    "fstring": "x = 1\nf'" + "{x}" * 5000 + "'\n", "dict": "{" + ", ".join("%d: 1" % i for i in range(5000)) + "}\n",
    "statements": "x = 1\n" * 20000, "semicolons": "x = 1;" * 5000 + "\n",
}.items():
    try:
        compile(src, "x", "exec")
        print(name, "ok")
    except SyntaxError as e:
        print(name, e.msg)
    except (RecursionError, MemoryError) as e:
        print(name, type(e).__name__)
