print("init", __name__)
shared = "pkg shared"
