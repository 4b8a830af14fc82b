#!/usr/bin/env python3
"""Memeriksa segel tanpa perangkat lunak Hadir: python3 verify.py [segel.zip... | folder] [--key <sidik jari>]..."""
import argparse, datetime, functools, hashlib, json, os, sys, zipfile
FILES, EXTRA = ['BACA-SAYA.txt', 'bukti.json', 'daun.jsonl', 'kepala.json', 'verify.py'], 'pembuka.jsonl'
ALL, HEAD = sorted(FILES + [EXTRA]), set('at counts format key number regency root session size'.split())
KINDS = 'session office delegation check-in undo denial head-count conflict revocation reading heard signature erasure'
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519: RFC 8032, 5.1
D, ROOT = -121665 * pow(121666, P - 2, P) % P, pow(2, (P - 1) // 4, P)

def sha(data): return hashlib.sha256(data).digest()
def need(holds, text):
    if not holds: raise ValueError(text)
def add(p, q):  # titik pada kurva: X, Y, Z, T
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    return (b - a) * (d - c) % P, (d + c) * (b + a) % P, (d + c) * (d - c) % P, (b - a) * (b + a) % P
def times(n, p):
    return add(times(n >> 1, add(p, p)), p if n & 1 else (0, 1, 1, 0)) if n else (0, 1, 1, 0)
def point(data):
    y, sign = int.from_bytes(data, 'little') & (2**255 - 1), data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * ROOT % P
    need(y < P and x * x % P == square and (x or not sign), 'kunci tidak sah')
    x = P - x if x & 1 != sign else x
    need(times(8, (x, y, 1, x * y % P))[0], 'kunci berorde kecil')  # tanda tangannya sah untuk pesan apa pun
    return x, y, 1, x * y % P
def signed(key, message, signature):
    s, h = int.from_bytes(signature[32:], 'little'), hashlib.sha512(signature[:32] + key + message).digest()
    x, y, _, t = times(int.from_bytes(h, 'little') % L, point(key))
    x, y, z, _ = add(times(s, point(bytes([88] + [102] * 31))), (P - x, y, _, P - t))
    x, y = x * pow(z, P - 2, P) % P, y * pow(z, P - 2, P) % P
    return len(signature) == 64 and s < L and (y | (x & 1) << 255).to_bytes(32, 'little') == signature[:32]
def moment(text): return datetime.datetime.strptime(text, '%Y-%m-%dT%H:%M:%S.%fZ')
def canon(value): return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)
def read(text, where):  # angka yang tidak baku berubah bentuk, sehingga ditolak
    value = json.loads(text, parse_int=lambda n: int(n[:15]), parse_float=str, parse_constant=str)
    need(canon(value) == text, where + ' tidak tertulis dalam bentuk baku (RFC 8785)')
    return value
def lines(text, where):
    need(not text or text.endswith('\n'), where + ' terpotong')
    return [read(line, '%s baris %d' % (where, n + 1)) for n, line in enumerate(text.split('\n')[:-1])]
def unhex(text, size):
    need(len(text) == 2 * size and bytes.fromhex(text).hex() == text, 'bukan heksadesimal baku: ' + text)
    return bytes.fromhex(text)
def check_openings(opened, leaves):
    for n, line in enumerate(opened):
        fields, leaf = [one['field'] for one in line['openings']], leaves[line['index']]
        need(line['index'] > (opened[n - 1]['index'] if n else -1) and set(line) == {'index', 'openings'} and
             fields and fields == sorted(set(fields)), 'pembuka tidak berurutan')
        for one in line['openings']:
            found = leaf
            for s in one['field'].split('.'): found = found[[*'0123456789'].index(s) if isinstance(found, list) else s]
            salted = unhex(one['salt'], 32) + (one['field'] + ':' + one['value']).encode()
            need(sha(salted).hex() == found and len(one) == 3, 'daun %d: %s lain' % (line['index'] + 1, one['field']))
    return sum(len(line['openings']) for line in opened)
def check(files, keys=()):  # ValueError (atau galat lain) bila ada yang tidak cocok
    text = {name: files[name].decode() for name in FILES[1:4] + [EXTRA] if name in files}
    leaves, raw = lines(text['daun.jsonl'], 'daun.jsonl'), text['daun.jsonl'].encode().split(b'\n')[:-1]
    hashes, proofs = [sha(b'\0' + line) for line in raw], read(text['bukti.json'], 'bukti.json')
    @functools.lru_cache(None)
    def tree(a, b):  # akar daun a sampai sebelum b: RFC 9162, 2.1.1
        k = 1 << (b - a - 1).bit_length() >> 1
        return sha(b'\1' + tree(a, a + k) + tree(a + k, b)) if k else hashes[a]
    def proof(m, a, b, full):  # m daun pertama adalah awal pohon ini: RFC 9162, 2.1.4.1
        if m == b - a: return [] if full else [tree(a, b).hex()]
        k = 1 << (b - a - 1).bit_length() >> 1
        if m > k: return proof(m - k, a + k, b, False) + [tree(a, a + k).hex()]
        return proof(m, a, a + k, full) + [tree(a + k, b).hex()]
    seals, old, kinds = read(text['kepala.json'], 'kepala.json'), None, {}
    need(leaves and leaves[0]['kind'] == 'session' and len(set(raw)) == len(raw), 'daun berulang atau tanpa kegiatan')
    for n, seal in enumerate(seals):
        head, key, name, said = seal['head'], unhex(seal['publicKey'], 44), 'kepala %d: ' % (n + 1), canon(seal['head'])
        need(set(head) - {'previous', 'replacesKey'} == HEAD and ':null' not in said and ':true' not in said, name + 'isi')
        need(0 < head['size'] <= len(leaves), name + 'daun kurang; sebutkan semua bagian segel menurut urutannya')
        for leaf in leaves[old['size'] if n else 0:head['size']]: kinds[leaf['kind']] = kinds.get(leaf['kind'], 0) + 1
        need(len(seal) == 3 and head['format'] == 'hadir-seal-1' and head['number'] == n + 1, name + 'bukan urutannya')
        need(moment(head['at']) and (not n or old['size'] < head['size'] and old['at'] <= head['at']), name + 'waktunya')
        need(tree(0, head['size']).hex() == head['root'], name + 'akar tidak cocok')
        need(head['counts'] == kinds and set(kinds) <= set(KINDS.split()), name + 'hitungan daun tidak cocok')
        need(key[:12].hex() == '302a300506032b6570032100' and sha(key).hex() == head['key'], name + 'kunci tidak cocok')
        need(not keys or head['key'] in keys, name + 'ditandatangani dengan kunci lain: ' + head['key'])
        need(signed(key[12:], b'hadir-seal-1\n' + said.encode(), unhex(seal['signature'], 64)), name + 'tanda tangan')
        need(head.get('previous') == (old and {'size': old['size'], 'root': old['root']}), name + 'pendahulunya lain')
        need(head.get('replacesKey') == (old['key'] if n and old['key'] != head['key'] else None), name + 'ganti kunci')
        need(not n or proofs[n - 1] == proof(old['size'], 0, head['size'], True), name + 'bukti kesinambungan lain')
        old = head
    need(old and old['size'] == len(leaves) and len(proofs) == len(seals) - 1, 'daun atau bukti di luar segel')
    whose = {(one['session'], one.get('regency', old['regency'])) for one in leaves + [seal['head'] for seal in seals]}
    need(len(whose) == 1, 'ada catatan kegiatan lain')
    late = (moment(seals[0]['head']['at']) - moment(leaves[0]['closedAt'])).days
    return [seal['head'] for seal in seals], leaves, check_openings(lines(text.get(EXTRA, ''), EXTRA), leaves), late
def load(path):
    if os.path.isdir(path): return {n: open(os.path.join(path, n), 'rb').read() for n in os.listdir(path) if n in ALL}
    with zipfile.ZipFile(path) as zipped:
        names = sorted(zipped.namelist())
        need(names in (FILES, ALL) and sum(one.file_size for one in zipped.infolist()) < 2**29, 'isi zip bukan segel')
        return {name: zipped.read(name) for name in names}
def joined(parts):  # kepala dan bukti sama di semua bagian; daun dan pembuka disambung
    same = len({(len(one), one['bukti.json'], one['kepala.json']) for one in parts}) == 1
    need(same and all(one['daun.jsonl'] for one in parts), 'bukan bagian-bagian satu segel; unduh ulang semuanya')
    return {name: b''.join(one[name] for one in parts) if name[-1] == 'l' else parts[0][name] for name in parts[0]}
def shown(text): return ''.join(one if one.isprintable() else '?' for one in text)
def grouped(text): return ' '.join(text[n:n + 8] for n in range(0, 64, 8))
def main():
    sys.stdout.reconfigure(errors='replace')  # layar yang tidak mengenal semua huruf
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('segel', nargs='*', default=[os.path.dirname(os.path.abspath(__file__))])
    parser.add_argument('--key', action='append', default=[], help='tolak segel yang ditandatangani kunci lain')
    given = parser.parse_args()
    keys = [''.join(key.split()).lower() for key in given.key]
    try: heads, leaves, opened, late = check(joined([load(one) for one in given.segel]), keys)
    except Exception as error: return shown('TIDAK SAH: %s (%s)' % (error, type(error).__name__))
    print(shown('SAH: %s (kegiatan %s, %d nilai pribadi terbuka)' % (leaves[0]['title'], heads[0]['session'], opened)))
    if late > 0: print('PERHATIKAN: disegel %d hari sesudah kegiatan ditutup.' % late)
    for head in heads:
        print('\nSegel %(number)d, %(at)s, %(size)d catatan' % head)
        print('  akar (root)        %s\n  sidik jari kunci   %s' % (grouped(head['root']), grouped(head['key'])))
    print('\nCocokkan akar dan sidik jari kunci dengan berita acara yang tercetak.')
if __name__ == '__main__': sys.exit(main())
