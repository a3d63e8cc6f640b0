for name in ("js", "pyodide", "browser", "node", "fs", "process", "child_process", "ctypes", "_ctypes", "subprocess", "_posixsubprocess", "os.path.x"):
    try:
        __import__(name)
        print("imported", name)
    except ImportError:
        pass
print("end")
