s = "eval(s)"
try:
    eval(s)
except RecursionError as e:
    print("RE")
t = "exec(t)"
try:
    exec(t)
except RecursionError as e:
    print("RE")
