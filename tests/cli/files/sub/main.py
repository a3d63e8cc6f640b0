import sys
import helper

print(helper.help(5), __name__, len(sys.argv))
helper.help(0)
