# Names and columns beyond ASCII.
café = 'naïve' + ''
def fonction(é, ß='ü'): return é.ÿ(ß, ключ='значение') + café
class Ä: ö = ñ = '\U0001f600', '☃'; __ü = 1
x = '☃'; y = x.encode('utf-8'); z = f'{café}☃{y}'
ﬁ = 1
