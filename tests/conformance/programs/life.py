# The game of life on a set of pairs; sets of tuples, comprehensions, counting.
def neighbours(cell):
    x, y = cell
    return {(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)}


def step(live):
    near = live.union(*map(neighbours, live)) if live else set()
    return {c for c in near if len(neighbours(c) & live) == 3 or (c in live and len(neighbours(c) & live) == 2)}


def show(live, size=6):
    return "\n".join("".join(".#"[(x, y) in live] for x in range(size)) for y in range(size))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
g = glider
for i in range(5):
    print(show(g))
    print(len(g), sorted(g)[0])
    g = step(g)
for _ in range(27):
    g = step(g)
print(sorted(g) == sorted((x + 8, y + 8) for x, y in glider), len(g))
blinker = {(1, 1), (2, 1), (3, 1)}
print(step(step(blinker)) == blinker, step(blinker) == {(2, 0), (2, 1), (2, 2)}, step(set()), step({(0, 0)}))
block = {(0, 0), (0, 1), (1, 0), (1, 1)}
print(step(block) == block, frozenset(block) in {frozenset(step(block))})
seen, state, n = {}, frozenset({(0, 0), (1, 0), (2, 0), (3, 0), (1, 1), (2, 1)}), 0
while state not in seen and n < 60:
    seen[state] = n
    state = frozenset(step(state))
    n += 1
print(n, seen.get(state), len(state), len(seen))
grid = [[0] * 5 for _ in range(5)]
for x, y in blinker:
    grid[y][x] = 1
print(grid, [sum(row) for row in grid], [list(col) for col in zip(*grid)][1])
