# By how much each opcode makes the stack grow.
import _opcode

for op in range(300):
    answers = []
    for arg in (None, 0, 1, 2, 3, 4, 5, 255, 256, 257):
        for jump in (None, True, False):
            try:
                answers.append(_opcode.stack_effect(op, arg, jump=jump))
            except ValueError as error:
                answers.append(str(error)[-12:])
    print(op, answers)
for arguments in ((), (100,), ("a",), (100, "a"), (9, 1), (-1,), (1000, 1)):
    try:
        print(_opcode.stack_effect(*arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    _opcode.stack_effect(100, 1, jump=3)
except ValueError as error:
    print(error)
print(_opcode.get_specialization_stats())
