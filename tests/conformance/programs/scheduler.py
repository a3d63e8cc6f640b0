# Cooperative tasks on generators: spawn, sleep, messages, results.
class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.clock, self.log, self.results = [], [], 0, [], {}
        self.mail = {}

    def spawn(self, name, gen):
        self.ready.append((name, gen, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda t: t[:2])
                self.clock, _, name, gen = self.sleeping.pop(0)
                self.ready.append((name, gen, None))
            name, gen, value = self.ready.pop(0)
            try:
                request = gen.send(value)
            except StopIteration as e:
                self.results[name] = e.value
                continue
            except Exception as e:
                self.results[name] = repr(e)
                continue
            kind, *args = request
            self.log.append("%d:%s:%s" % (self.clock, name, kind))
            if kind == "sleep":
                self.sleeping.append((self.clock + args[0], len(self.log), name, gen))
            elif kind == "send":
                self.mail.setdefault(args[0], []).append(args[1])
                self.ready.append((name, gen, None))
            elif kind == "receive":
                box = self.mail.get(name)
                self.ready.append((name, gen, box.pop(0) if box else None))
            elif kind == "spawn":
                self.spawn(*args)
                self.ready.append((name, gen, None))


def worker(n):
    total = 0
    for i in range(n):
        yield "sleep", n - i
        total += i
    return total


def producer():
    for i in range(3):
        yield "send", "consumer", i * i
        yield "sleep", 1
    yield "send", "consumer", "stop"


def consumer():
    got = []
    while True:
        m = yield ("receive",)
        if m == "stop":
            return got
        if m is None:
            yield "sleep", 1
        else:
            got.append(m)


def parent():
    yield "spawn", "child", worker(2)
    yield "sleep", 1
    raise ValueError("parent fails")


def nested():
    a = yield from worker(2)
    b = yield from worker(1)
    return a + b


s = Scheduler()
for name, g in (("w3", worker(3)), ("consumer", consumer()), ("producer", producer()), ("parent", parent()), ("nested", nested())):
    s.spawn(name, g)
s.run()
print(s.results)
print(s.clock, len(s.log), s.log[:8])
