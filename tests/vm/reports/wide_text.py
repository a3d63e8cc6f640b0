# Carets under text that is wide on a terminal, or not ASCII.
import sys
def show(f):
    try:
        f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
def 関数(x=0): 1/x
def f1():
    関数()
def f2():
    関数(); pass
def f3():
    return "日本" + 関数() + "語"
def f4():
    return "日本" + (1)
def f5():
    return ("日本" +
       1) + 2
def f6():
    return {"日本": 1}["語語" ] ["é"]
def f7():
    return "日本" + 1 // 0 # 日本
def f8():
    関数(
      )
def f9(): 関数(
      "é日")
def f10():
	x = "日	本"	+	関数()
def f11():
    return "ｆｕｌｌ" + 1
def f12():
    return "😀😀" + 1
def f13():
    return "\u0301é́" + 1
def f14():
    return "ｱｲｳ" + 1
def f15():
    return ((("日本" + 1)))
def f16():
    return "日本"["語"]
def f17():
    return "日本"@"語"
def f18():
    "é".é
def f19():
    "é日" + 1
def f20():
    "éé" . foo
def f21(): (1/0 +
   2)
def f22(): é日 = (1/0 +
   2)
def f23(): é日 = (1 + 0 +     é	
   + 2 + "")
é = 1
def f24(): é日 = (1 + 0 +     é  # é日é日é日
   + "")
for i in range(1, 25):
    print("--", i, file=sys.stderr)
    show(globals()["f%d" % i])
