import sys, itertools
sys.stdout.writelines(itertools.repeat(""))
