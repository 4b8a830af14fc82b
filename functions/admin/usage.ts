/** How the command line is used. */
export const usage = `Memindahkan, mencadangkan, dan menghapus data Hadir; mengganti kunci
Move, copy and erase what Hadir keeps; change keys

  export --regency CODE | --all  --to FILE [--with-keys FILE]
  import --from FILE [--regency CODE | --all] [--keys FILE]
                                  satu daerah; --all bila berkas memuat beberapa / one regency; --all where the file holds several
  erase  --regency CODE --yes CODE (--export FILE | --without-export)
  recompute --regency CODE        angka liputan dan jumlahnya dihitung ulang / makes coverage and totals again
  rotate-keys token               kunci kode baru; yang lama tetap membaca / a new key of codes; the others still read
  rotate-keys token --withdraw NUMBER --yes NUMBER
                                  kunci yang bocor dicabut: kartu dan tautannya tidak berlaku lagi
                                  a leaked key is taken away: its cards and links are void
  rotate-keys seal

DI MANA / WHERE (salah satu / one of):
  --data DIR                      komputer ini; hentikan produk dulu
                                  this computer; end the product first
  --table NAME                    DynamoDB, dengan kredensial AWS yang biasa / with AWS's usual credentials
    [--region ap-southeast-3] [--endpoint URL]
    [--secret ARN]                rahasia kunci kode: untuk --with-keys, --keys, rotate-keys token
                                  the secret with the keys of codes
    [--seal-key ARN|ALIAS]        kunci segel di KMS, mis. alias/hadir-prod-seal: untuk rotate-keys seal
                                  the seal key in KMS

CODE: kode Kemendagri, 16.04 atau 18 / a Kemendagri code such as 16.04 or 18.
`;
