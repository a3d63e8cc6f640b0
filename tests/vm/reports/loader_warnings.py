# A loader that has the source is asked for the line, which is not shown then.
import _warnings, sys
class m:
    @staticmethod
    def ModuleSpec(n, l):
        s = type(sys)("spec"); s.loader = l; return s
class L:
    def get_source(self, n): print("get_source", n); return "a\n   bb\n cc\n"
class L2:
    def get_source(self, n): return None
class L3:
    pass
def t(f, **k):
    try: _warnings.warn_explicit("ex", UserWarning, f, 2, module_globals=k)
    except Exception as e: print(type(e), e)
spec = m.ModuleSpec("m", L())
t("carets.py", __name__="m", __loader__=spec.loader, __spec__=spec)
t("carets.py", __name__="m", __spec__=spec)
t("carets.py", __spec__=spec)
t("carets.py", __name__="m", __loader__=spec.loader)
t("carets.py", __name__="m", __loader__=L2())
t("carets.py", __name__="m", __loader__=L3())
t("carets.py", __name__="m")
t("carets.py", __name__=5, __loader__=L2(), __spec__=m.ModuleSpec("m", L2()))
t("carets.py", __name__="m", __loader__=L(), __spec__=m.ModuleSpec("m", L2()))
t("carets.py", __name__="m", __loader__=L(), __spec__=5)
