# Dicts with str keys: counting words, grouping, look-ups, updates, deletion.

WORDS = ["w" + str(i * i % 997) for i in range(2000)]


def count(words, rounds):
    counts = {}
    for _ in range(rounds):
        for word in words:
            if word in counts:
                counts[word] += 1
            else:
                counts[word] = 1
    return counts


def group(rounds):
    total = 0
    for i in range(rounds):
        record = {"id": i, "name": "n", "kind": i % 7}
        record["score"] = record["id"] * record["kind"]
        total += record["score"]
        del record["name"]
        total += len(record)
    return total


def invert(counts):
    by_count = {}
    for word, n in counts.items():
        by_count.setdefault(n, []).append(word)
    return {n: len(found) for n, found in by_count.items()}


def main():
    counts = count(WORDS, 600)
    total = group(900000)
    shape = [invert(counts) for _ in range(600)][-1]
    return len(counts), total, sorted(shape.items())[:3]
