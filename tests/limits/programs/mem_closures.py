a = []
while True:
    a.append(lambda x=[]: a)
