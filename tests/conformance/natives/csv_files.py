# needs: library
# modes: plain
import csv, io
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
rows=[['a','b c','d"e'],[1,2.5,None],['x,y','new\nline',''],[''],[]]
for q in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC):
    f=io.StringIO(); w=csv.writer(f,quoting=q); w.writerows(rows); print(repr(f.getvalue())); print(list(csv.reader(io.StringIO(f.getvalue())))) 
t(csv.writer(io.StringIO(),quoting=csv.QUOTE_NONE).writerow,['a,b']); f=io.StringIO(); csv.writer(f,quoting=csv.QUOTE_NONE,escapechar='\\').writerow(['a,b','c"d','e\\f']); print(repr(f.getvalue()), list(csv.reader([f.getvalue()],quoting=csv.QUOTE_NONE,escapechar='\\')))
f=io.StringIO(); d=csv.DictWriter(f,['n','v'],extrasaction='ignore'); d.writeheader(); d.writerow({'n':1,'v':'two','z':3}); print(f.getvalue()); print(list(csv.DictReader(io.StringIO('n,v\r\n1,2\r\n3,4,5\r\n6\r\n'))))
print(list(csv.reader(['a;b;"c;d"','"x""y";z'],delimiter=';')), list(csv.reader(['1,"2",3'],quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader([' a,  b'],skipinitialspace=True)), csv.list_dialects())
t(list, csv.reader([b'a'])); t(list, csv.reader(['"a'],strict=True)); t(list, csv.reader(['"a"b'],strict=True)); t(list, csv.reader(['"a"b,c'])); t(list, csv.reader(['a\rb'])); t(csv.reader,[],delimiter='ab'); t(csv.reader,[],delimiter=1); t(csv.reader,[],foo=1); t(csv.reader,[],quoting=9); t(csv.get_dialect,'nope'); t(csv.writer,3); t(csv.writer(io.StringIO()).writerow,3)
class P(csv.Dialect): doublequote=True; delimiter='|'; quotechar="'"; lineterminator='\n'; quoting=csv.QUOTE_MINIMAL
csv.register_dialect('p',P); f=io.StringIO(); csv.writer(f,'p').writerow(["it's",'a|b',1]); print(repr(f.getvalue())); print(csv.get_dialect('p').delimiter, csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('name,age\nbob,12\nal,30\n'))
r=csv.reader(['a,b','"x','y",z']); print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, type(r).__name__); t(next,r); print(csv.field_size_limit(), csv.excel.delimiter); t(csv.writer(io.StringIO(),quoting=csv.QUOTE_NONE).writerow,['']); print(csv.writer(io.StringIO()).writerow(['abc',1]))
