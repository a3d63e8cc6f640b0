# Breadth first, depth first, shortest paths, topological order, on dicts of sets and lists.
graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}
weights = {("a", "b"): 4, ("a", "c"): 1, ("c", "d"): 1, ("b", "d"): 1, ("c", "e"): 5, ("d", "f"): 3, ("e", "f"): 1}


def bfs(start):
    seen, queue, order = {start}, [start], []
    while queue:
        node = queue.pop(0)
        order.append(node)
        for n in graph[node]:
            if n not in seen:
                seen.add(n)
                queue.append(n)
    return order


def dfs(node, seen=None):
    seen = [] if seen is None else seen
    if node not in seen:
        seen.append(node)
        for n in graph[node]:
            dfs(n, seen)
    return seen


def shortest(start, end):
    best, todo = {start: (0, [start])}, {start}
    while todo:
        node = min(todo, key=lambda n: (best[n][0], n))
        todo.remove(node)
        cost, path = best[node]
        for n in graph[node]:
            c = cost + weights[node, n]
            if n not in best or c < best[n][0]:
                best[n] = (c, path + [n])
                todo.add(n)
    return best[end]


def topological():
    count = {n: 0 for n in graph}
    for targets in graph.values():
        for t in targets:
            count[t] += 1
    ready, out = sorted(n for n, c in count.items() if not c), []
    while ready:
        n = ready.pop(0)
        out.append(n)
        for t in graph[n]:
            count[t] -= 1
            if count[t] == 0:
                ready.append(t)
    return out


def paths(a, b):
    if a == b:
        yield [b]
    for n in graph[a]:
        for rest in paths(n, b):
            yield [a, *rest]


def components(edges):
    parent = {}

    def find(x):
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = x = parent[parent[x]]
        return x
    for a, b in edges:
        parent[find(a)] = find(b)
    groups = {}
    for x in list(parent):
        groups.setdefault(find(x), []).append(x)
    return sorted(groups.values())


print(bfs("a"), dfs("a"), shortest("a", "f"), topological(), list(paths("a", "f")))
print(components([(1, 2), (3, 4), (2, 5), (6, 6), (4, 7)]))
graph["f"].append("a")
print(dfs("f"), topological())
