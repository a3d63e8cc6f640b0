class S(str):
    def __hash__(self): return 1
    def __eq__(self, o): return True
    def __len__(self): return 10**9
    def __str__(self): return self
    def __iter__(self): raise KeyError
s = S("abc")
d = {s: 1}
print("zzz" in d, len(s), s[0], s + "d", "".join([s, s]), s.upper(), f"{s}", getattr(s, "upper")(), {"abc": 1}.get(s), int(S("12")), eval(S("1")), globals().get(S("d")) is not None)
