# A small stack machine: dispatch by dict, loops, errors.
def run(code, stack=None):
    stack = [] if stack is None else stack
    pc, steps, out = 0, 0, []
    ops = {
        "add": lambda: stack.append(stack.pop() + stack.pop()), "mul": lambda: stack.append(stack.pop() * stack.pop()),
        "sub": lambda: stack.append(-stack.pop() + stack.pop()), "dup": lambda: stack.append(stack[-1]), "swap": lambda: stack.append(stack.pop(-2)),
        "drop": lambda: stack.pop(), "over": lambda: stack.append(stack[-2]), "print": lambda: out.append(stack.pop()),
    }
    while pc < len(code):
        steps += 1
        if steps > 1000:
            return "too long", out
        op, *arg = code[pc].split()
        pc += 1
        if op == "push":
            stack.append(int(arg[0]))
        elif op == "jump":
            pc = int(arg[0])
        elif op == "jz":
            if stack.pop() == 0:
                pc = int(arg[0])
        else:
            try:
                ops[op]()
            except KeyError as e:
                return "bad op %s at %d" % (e, pc - 1), out
            except IndexError:
                return "underflow at %d" % (pc - 1), out
    return stack, out


print(run(["push 2", "push 3", "add", "dup", "mul"]))
print(run(["push 5", "push 1", "swap", "dup", "jz 12", "swap", "over", "mul", "swap", "push 1", "sub", "jump 3", "drop", "print"]))
print(run(["add"]), run(["push 1", "oops"]), run(["jump 0"]), run(["push 1", "push 2", "sub"]), run([]))
print(run(["dup", "mul"], [9]))
