def f(x):
    match x:
        case 1: a()
        case -1 | 2.5 | -3j | 1 + 2j: b()
        case 'a' 'b' | b'c': c()
        case None | True | False: d()
        case A.B | A.B.C: e()
        case []: f()
        case [_]: g()
        case [a, b]: h(a, b)
        case [a, *_]: i(a)
        case [*_, a]: j(a)
        case [a, *b, c]: k(a, b, c)
        case [_, *_, _]: l()
        case (a, (b, [c, _])): m(a, b, c)
        case {}: n()
        case {'a': 1}: o()
        case {'a': a, 'b': [b, *c], **rest}: p(a, b, c, rest)
        case {A.B: x, -1: y, **z}: q(x, y, z)
        case A(): r()
        case A(1, b, c=3, d=e): s(b, e)
        case A.B(x=_, y=[_, z]): t(z)
        case [a, b] | [b, a, _] if a > b: u(a, b)
        case (A(a) | B(a)) as w: v(a, w)
        case [1 as a, (2 | 3) as b]: w(a, b)
        case str() | int(): y()
        case x if x: z()
        case _: default()
    match a, b:
        case (1, 2) as y: pass
    match x:
        case y: return y
    match x:
        case _ if y: return
    match x:
        case {'k': v} if v: return v
        case [Point(x=0, y=0), *others] | [*others, Point(x=1, y=1)]: return others
    for i in x:
        match i:
            case 1: continue
            case 2: break
            case _: pass
match q:
    case 1:
        r = 2
    case [x, y]:
        s = x
