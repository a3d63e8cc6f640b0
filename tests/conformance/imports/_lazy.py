def __getattr__(name):
    if name == "computed":
        return "computed on demand"
    raise AttributeError("no lazy " + name)


def __dir__():
    return ["computed", "other"]
