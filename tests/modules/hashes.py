# The hash modules: digests of lengths around the blocks', copies, errors.
import _blake2
import _md5
import _sha1
import _sha2
import _sha3


def attempt(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


MAKERS = [_md5.md5, _sha1.sha1, _sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512, _sha3.sha3_224, _sha3.sha3_256,
          _sha3.sha3_384, _sha3.sha3_512, _sha3.shake_128, _sha3.shake_256, _blake2.blake2b, _blake2.blake2s]
for make in MAKERS:
    length = [37] if "shake" in make.__name__ else []
    hash = make(b"start")
    print(make.__name__, hash.name, hash.digest_size, hash.block_size, type(hash).__name__)
    for n in (0, 1, 55, 64, 111, 128, 136, 200, 333):
        hash.update(bytes(range(n % 256)) + bytes(n // 256))
        copy = hash.copy()
        copy.update(b"x")
        print(n, hash.hexdigest(*length), copy.digest(*length)[:4])
    attempt(make, "text")
    attempt(make, 5)
    attempt(make, b"", b"")
    attempt(make, odd=1)
    attempt(hash.update, "text")
    attempt(hash.update)
    attempt(hash.digest, 1, 2)
for option, values in {"digest_size": [0, 1, 20, 65], "key": [b"k", b"k" * 65], "salt": [b"s" * 8, b"s" * 17], "person": [b"p", b"p" * 17],
                       "fanout": [0, 256], "depth": [0, 255], "leaf_size": [1, 2**32, -1], "node_offset": [2**47, 2**64, -1],
                       "node_depth": [3, 256], "inner_size": [5, 65], "last_node": [True]}.items():
    for value in values:
        for make in (_blake2.blake2b, _blake2.blake2s):
            print(option, value, end=" ")
            attempt(lambda: make(b"abc", **{option: value}).hexdigest())
