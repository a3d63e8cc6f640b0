# Raising, catching, cleaning up: cheap try blocks, errors across frames, finally, with.


class Missing(Exception):
    pass


class Guard:
    depth = 0

    def __enter__(self):
        Guard.depth += 1
        return self

    def __exit__(self, *details):
        Guard.depth -= 1
        return details[0] is Missing


def find(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise Missing(key) from error


def run(rounds):
    table = {i: i for i in range(0, 100, 2)}
    found = missing = cleaned = 0
    for i in range(rounds):
        try:
            found += find(table, i % 100)
        except Missing as error:
            missing += error.args[0]
        finally:
            cleaned += 1
        with Guard():
            if i % 3 == 0:
                raise Missing(i)
            found += 1
        try:
            int("x" if i % 8 == 0 else "1")
        except (TypeError, ValueError):
            missing += 1
    return found, missing, cleaned, Guard.depth


def main():
    answer = run(250000)
    return answer
