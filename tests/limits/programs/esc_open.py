for path in ("/etc/passwd", "package.json", "/proc/self/environ", "..", "", "\0", "x" * 10**6):
    for mode in ("r", "w", "a", "x", "rb"):
        try:
            open(path, mode)
            print("opened", path)
        except (OSError, ValueError, NotImplementedError) as e:
            pass
print("end")
