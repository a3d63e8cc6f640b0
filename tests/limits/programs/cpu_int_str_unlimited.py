import sys
sys.set_int_max_str_digits(0)
x = 7**6000000
print(len(str(x)))
