# Strings: joining, splitting, formatting, searching, slicing, growing.

TEXT = " ".join("the quick brown fox jumps over lazy dogs number %d" % i for i in range(2000))


def reverse_words(text):
    return " ".join(word[::-1].capitalize() for word in text.split(" "))


def table(rows):
    lines = []
    for i in range(rows):
        lines.append(f"{i:>6}|{i * 1.5:8.2f}|{'x' * (i % 5):<5}|{i:04x}")
    return "\n".join(lines)


def vowels(text):
    count = 0
    for letter in text:
        if letter in "aeiou":
            count += 1
    return count


def grow(rounds):
    text = ""
    for i in range(rounds):
        text += chr(97 + i % 26)
    return text


def main():
    size = 0
    for _ in range(24):
        size += len(reverse_words(TEXT))
        size += vowels(TEXT)
        size += len(TEXT.replace("quick", "slow").upper())
    size += len(table(200000))
    size += grow(1500000).count("abc") + TEXT.find("number 1999")
    return size
