e = ValueError(1)
for i in range(5000):
    e = ExceptionGroup("g", [e])
raise e
