class Problem(Exception):
    pass


def load(name):
    try:
        return {}[name]
    except KeyError as error:
        raise Problem(f"no {name}") from error


try:
    load("settings")
except Problem:
    int("not a number")
