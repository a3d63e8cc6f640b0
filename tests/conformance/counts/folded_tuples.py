# Tuples that folding makes on the way hold their items as long as the parser does.
import sys
rc=sys.getrefcount
n=('two words',)*2
print(rc(n), rc(n[0]))
m=('a b','a b')
print(rc(m), rc(m[0]))
k=('c d','e f')*2
print(rc(k),rc(k[0]),rc(k[1]))
q=('g h',)+('i j',)
print(rc(q),rc(q[0]))
r=(1000,)*3
print(rc(r),rc(r[0]))
s=((2000,)*2,)*2
print(rc(s),rc(s[0]),rc(s[0][0]))
w='z z'
u=('z z',)*2
print(rc(w),rc(u))
for i in ('o p',)*2: print(rc(i))
