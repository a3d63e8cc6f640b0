print(len([*range(10**9)]), len((*range(10**9),)))
