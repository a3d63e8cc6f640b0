import sys
sys.set_int_max_str_digits(0)
print(int("9" * 20000000) > 0)
