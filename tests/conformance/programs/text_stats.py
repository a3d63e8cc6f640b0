# Counting words, longest lines, anagrams, palindromes, histograms.
text = """the quick brown fox jumps over the lazy dog
pack my box with five dozen liquor jugs
how vexingly quick daft zebras jump
the five boxing wizards jump quickly
"""
words = text.split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(len(words), len(counts), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5])
letters = {}
for ch in text:
    if ch.isalpha():
        letters.setdefault(ch, []).append(1)
print({k: len(v) for k, v in sorted(letters.items())[:6]}, len(letters) == 26, all(c in letters for c in "abcdefghijklmnopqrstuvwxyz"))
by_length = {}
for w in counts:
    by_length.setdefault(len(w), set()).add(w)
print({k: sorted(v) for k, v in sorted(by_length.items())})
for n, line in enumerate(text.splitlines(), 1):
    print(f"{n:>2}| {line:<45}|{len(line):>3} {line.count('o'):>2} {max(line.split(), key=len)!r}")
groups = {}
for w in "listen silent enlist google elgoog abc cab bca xyz".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])


def palindrome(s):
    s = [c.lower() for c in s if c.isalnum()]
    return s == s[::-1]


print([palindrome(s) for s in ("A man, a plan, a canal: Panama", "race a car", "", "No lemon, no melon")])
print("\n".join(f"{k:<3}{'#' * v}" for k, v in sorted(((len(w), sum(len(x) == len(w) for x in words)) for w in set(words)), reverse=True)[:3]))


def wrap(text, width):
    line, out = "", []
    for w in text.split():
        if len(line) + len(w) + bool(line) > width:
            out.append(line)
            line = w
        else:
            line = f"{line} {w}" if line else w
    return out + [line]


for l in wrap(text, 30):
    print(l.center(32, "."))
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("hello", 5), -5))
print(" ".join(w[::-1] for w in words[:5]), "".join(w[0].upper() + w[1:] for w in words[:4]), ",".join(sorted(set(words), key=lambda w: (w[-1], w))[:4]))
runs = []
for c in "aaabbcaaa":
    if runs and runs[-1][0] == c:
        runs[-1][1] += 1
    else:
        runs.append([c, 1])
print("".join(f"{c}{n}" for c, n in runs), text.title()[:20], text.swapcase()[:9], text.find("fox"), text.index("jugs"), text[4:9].join("[]"))
