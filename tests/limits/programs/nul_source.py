for src in ("x\0", "'\0'", b"x\0", "\ufeff1", "\x0c1", "1\r2", "\\", '"""', "(", ")", "\t1\n 2", "if 1:\n\t1\n        2", "\u20ac", "\ud800", "é=1", "𝐱=1", "1_", "0x", "1e", "\x1a", "?", "$", "!", "a b", "f'{'", "f'{a!}'", "f'{}'", "b'é'", "'\\N{x}'", "'\\x'", "'\\u1'", "# -*- coding: nope -*-"):
    try:
        compile(src, "x", "exec")
        print("ok")
    except (SyntaxError, ValueError) as e:
        print(type(e).__name__)
