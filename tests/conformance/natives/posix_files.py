# needs: library
# modes: plain, stepped
import os, posix

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

t(posix.stat, '/nonex'); t(posix.stat, 3.5); t(posix.stat, b'/nonex'); t(posix.listdir, '/nonex'); t(posix.open, '/nonex', 0)
t(posix.fspath, 3); t(posix.stat, 'a\0b'); t(posix.mkdir, 3.4); t(posix.rename, '/nonex', '/nonex2'); t(posix._path_normpath, 'a//b/../c')
t(posix.access, '/tmp', 0); t(posix.listdir, 3.5); t(posix.scandir, '/nonex'); t(posix.read, 0, -1); t(posix.close, 99)
t(posix.strerror, 2); t(posix.putenv, 'a=b', 'c'); t(posix.remove, '/nonex'); t(posix.stat, -3); t(posix.chdir, '/nonex')
t(posix.urandom, -1); t(posix.get_terminal_size, 99 if 0 else 0) if 0 else None
print(os.path.join('a', 'b'), os.path.exists('/tmp'), os.path.isdir('/tmp'), os.path.realpath('/../tmp'))
D = '/tmp/ouroboros_posix'
os.makedirs(D + '/a/b', exist_ok=True)
fd = os.open(D + '/f', os.O_RDWR | os.O_CREAT | os.O_TRUNC)
os.write(fd, b'hello'); os.lseek(fd, 1, 0); print(os.read(fd, 3), os.fstat(fd).st_size); os.close(fd)
t(os.close, fd)
print(sorted(os.listdir(D)), sorted(e.name for e in os.scandir(D)))
for e in sorted(os.scandir(D), key=lambda e: e.name): print(e, e.is_dir(), e.is_file(), os.fspath(e), e.is_symlink())
print([x for x in os.walk(D)])
os.rename(D + '/f', D + '/g'); print(os.path.getsize(D + '/g')); os.remove(D + '/g'); os.rmdir(D + '/a/b'); os.removedirs(D + '/a')
print(os.getenv('NOPE'), os.name, os.sep, repr(os.linesep))
os.environ['FOO'] = '1'; print(os.environ.get('FOO')); del os.environ['FOO']
t(os.rmdir, '/nonex'); print(os.stat_result.__match_args__, os.stat('/').st_blksize)
