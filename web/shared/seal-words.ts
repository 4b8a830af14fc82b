/** What seals are spoken of with, in the console and on the public page alike. */
import type { LeafKind } from '../../functions/seals/leaf-schema.ts';
import { dictionary, type Pair, pick } from './i18n.ts';

const kinds: Record<LeafKind, Pair> = {
  session: ['Kegiatan', 'Session'],
  office: ['Jabatan yang diundang', 'Invited offices'],
  delegation: ['Penunjukan wakil', 'Delegations'],
  'check-in': ['Kehadiran', 'Check-ins'],
  undo: ['Kehadiran yang dibatalkan', 'Check-ins taken back'],
  denial: ['Pindaian yang ditolak', 'Scans turned away'],
  'head-count': ['Rombongan yang dihitung', 'Groups counted'],
  conflict: ['Perbedaan antarpintu', 'Disagreements between doors'],
  revocation: ['Undangan yang dicabut', 'Invitations revoked'],
  reading: ['Pembacaan ikrar', 'Readings of the pledge'],
  heard: ['Hadir saat pembacaan', 'Present at a reading'],
  signature: ['Tanda tangan', 'Signatures'],
  erasure: ['Penghapusan data pribadi', 'Erasures of personal data'],
};

/** In the order in which a tree is made. */
export const leafKinds = Object.keys(kinds) as LeafKind[];
export const leafKindName = (kind: LeafKind): string => pick(kinds[kind]);

export const sealWords = dictionary({
  root: ['Akar (root)', 'Root'],
  key: ['Sidik jari kunci', 'Fingerprint of the key'],
  first: ['Segel pertama', 'First seal'],
  addendum: ['Tambahan segel {n}', 'Addendum {n}'],
  record: ['Catatan', 'Records'],
});

/** The first head is the seal made at closing, each later one an addendum to it. */
export const headName = (number: number): string =>
  number === 1 ? sealWords('first') : sealWords('addendum', { n: number - 1 });

/** Groups of eight, four to a line, as the berita acara prints a hash: what is compared by eye is cut alike. */
export const inGroups = (hash: string): string =>
  hash.replace(/.{8}(?=.)/g, '$& ').replace(/(?:\S+ ){4}(?=.)/g, (line) => `${line.trim()}\n`);

/** Enough of a hash to tell it from another on the same page. */
export const shortHash = (hash: string): string => `${inGroups(hash.slice(0, 16))} …`;
