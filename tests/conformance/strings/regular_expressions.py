# needs: library
# modes: plain
# leaks: the caches of re keep what was compiled
import re
def att(f,*a,**k):
    try: print(repr(f(*a,**k))[:200])
    except BaseException as e: print(type(e).__name__, e)
att(re.match,r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05-06'); m=re.match(r'(?P<y>\d{4})-(?P<m>\d\d)','2024-05-06'); print(m.groupdict(), m.expand(r'\g<m>/\1'), m['y'])
for p in ['(','[a','a**','(?P<1>a)','(?P=x)','\\','(?<=a*)b','a{3,1}','(?z)','[z-a]',r'\1','(?P<a>.)(?P<a>.)','x{99999999999}']: att(re.compile,p)
print(re.sub(r'(\w+) (\w+)',r'\2 \1','hello world foo bar'), re.subn('a','b','banana',2), re.split(r'[,;]\s*','a, b;c,d'), re.findall(r'\b\w','the quick brown'), re.escape('a.b*c'))
att(re.sub,'a',r'\2','a'); att(re.sub,'(a)',r'\g<x>','a'); att(re.sub,'a','\\','a'); att(re.sub,'(a)|b',r'[\1]','ab')
print(re.compile('a',re.I|re.M), re.compile(b'a',re.L), re.I, re.RegexFlag(7), re.compile('(?i)x').flags)
print([t for t in re.Scanner([(r'\d+',lambda s,t:int(t)),(r'\s+',None),(r'\w+',lambda s,t:t)]).scan('12 ab 3')])
for s in ['','a','aa\n','\n','aé😀']:
    for p in ['^','$',r'\Z',r'\b',r'\B','.*','.?','(?s).','a|','(?m)^a$',r'\W*']:
        print(p,ascii(s),re.findall(p,s),ascii(re.sub(p,'-',s)),[m.span() for m in re.finditer(p,s)], ascii(re.split(p,s)))
import copy,pickle
p=re.compile('a+'); print(copy.copy(p) is p, copy.deepcopy(p) is p, pickle.loads(pickle.dumps(p)) == p, re.purge())
print(re.fullmatch(r'(?:(\w)(?!\1))+','abcabc'), re.match(r'(a)?b(?(1)c|d)','bd'), re.match(r'(?>a*)a','aaa'), re.match('a*+b','aaab'))
text='x'*30
print(re.match('(x+x+)+y','x'*12), re.search('(?<=(..))c','abc').groups())
class S(str): pass
print(type(re.match('a',S('ab')).group()), type(re.sub('a','b',S('ab'))), type(re.sub('z','b',S('ab'))), re.sub('z','b',text) is text)
