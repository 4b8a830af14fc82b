/** The data of a session, opened as anybody would: its coverage counted again in plain loops from its tables. */
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { RefusalReason, Shown } from '../../functions/check-in/check-in-schema.ts';
import { dataBundleOf } from '../../functions/documents/data-bundle.ts';
import { type BundleMaterial, localTime } from '../../functions/documents/data-bundle-tables.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { aCheckIn, anInvitation } from '../support/fixtures.ts';
import { held470, heldDistricts, heldSession, sessionFacts } from './report-fixtures.ts';

type Row = Record<string, string>;

const open = (material: BundleMaterial) => {
  const files = unzipSync(dataBundleOf(material));
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const rows = (name: string): Row[] =>
    Papa.parse<Row>(text(name).replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true }).data;
  return { files, text, rows, json: (name: string) => JSON.parse(text(name)) };
};

const materialOf = (invitations: readonly Invitation[], changes: Partial<BundleMaterial> = {}): BundleMaterial => ({
  ...sessionFacts(invitations, changes),
  denials: [],
  ...changes,
});

/** Three in a hundred came after the freeze, or were revoked after it; some online; some taken back. */
const mixed = (): Invitation[] =>
  [...held470(), ...heldDistricts(4, 3).map((unit) => ({ ...unit, id: `z${unit.id.slice(1)}` }))].map(
    (invitation, index) => {
      if (index % 31 === 3 && invitation.checkIn)
        return { ...invitation, checkIn: { ...invitation.checkIn, mode: 'ONLINE' as const } };
      if (index % 37 === 5) return { ...invitation, revokedAt: '2024-06-27T02:00:00.000Z' };
      if (index % 41 === 7 && invitation.checkIn) {
        const { checkIn, ...rest } = invitation;
        return { ...rest, undone: [{ checkIn, at: checkIn.at, by: 'rina', reason: 'Salah orang' }] };
      }
      return invitation;
    },
  );

const field = {
  HADIR_SENDIRI: 'inPerson',
  HADIR_PEJABAT: 'acting',
  DIWAKILI: 'delegated',
  DARING: 'online',
  TIDAK_HADIR: 'missing',
} as const;
type Presence = keyof typeof field;

/** How many rows say all of this. */
const count = (rows: readonly Row[], wanted: Row): number =>
  rows.filter((row) => Object.entries(wanted).every(([name, value]) => row[name] === value)).length;

const figuresOf = (rows: readonly Row[]) => ({
  expected: rows.length,
  represented: rows.filter(({ kehadiran }) => kehadiran !== 'TIDAK_HADIR' && kehadiran !== 'DARING').length,
  due: rows.length - count(rows, { ikrar: 'TIDAK_WAJIB' }),
  signed: count(rows, { ikrar: 'SUDAH' }),
});

/** As somebody with nothing but the file would count. */
const recount = (all: readonly Row[]) => {
  const counted = all.filter(({ dalam_penyebut: isCounted }) => isCounted === 'YA');
  const units = { expected: counted.length, inPerson: 0, acting: 0, delegated: 0, online: 0, missing: 0 };
  for (const { kehadiran } of counted) units[field[kehadiran as Presence]] += 1;
  const groups = new Map<string, Row[]>();
  for (const row of counted) {
    const key = `${row.kode_wilayah}/${row.kelas}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const notYet = counted.filter(({ ikrar }) => ikrar === 'BELUM');
  const { due, signed } = figuresOf(counted);
  return {
    units,
    pledge: {
      due,
      signed,
      notYet: notYet.length,
      byDelegateOnly: notYet.filter((row) => row.ikrar_wakil !== '').length,
    },
    amendments: { added: count(all, { perubahan: 'DITAMBAH' }), revoked: count(all, { perubahan: 'DICABUT' }) },
    cells: new Map([...groups].map(([key, rows]) => [key, figuresOf(rows)])),
  };
};

test('whoever counts the tables in plain loops gets the coverage that lies beside them', () => {
  const invitations = mixed();
  const added = new Set(invitations.filter((_, index) => index % 29 === 1).map(({ id }) => id));
  const frozen = new Set(invitations.filter(({ kind, id }) => kind === 'unit' && !added.has(id)).map(({ id }) => id));
  const bundle = open(materialOf(invitations, { frozen }));
  const coverage = bundle.json('cakupan.json');

  const { units, pledge, amendments, cells } = recount(bundle.rows('peserta.csv'));
  expect(units).toEqual(coverage.units);
  expect(coverage.pledge).toMatchObject(pledge);
  expect(amendments).toEqual(coverage.amendments);
  for (const { district, class: unitClass, ...figures } of coverage.cells)
    expect(cells.get(`${district ?? ''}/${unitClass}`)).toEqual(figures);
  expect(cells.size).toBe(coverage.cells.length);
  // The other tables say the same: who came stands once as BERLAKU, and head's signatures are the pledges of rule 3.
  const standing = bundle.rows('kehadiran.csv').filter(({ keadaan }) => keadaan === 'BERLAKU');
  expect(standing).toHaveLength(coverage.people.checkedIn);
  expect(bundle.rows('kehadiran.csv').length).toBeGreaterThan(standing.length);
  const byHead = bundle
    .rows('tanda-tangan.csv')
    .filter(({ sebagai }) => sebagai === 'PEMANGKU')
    .map(({ undangan }) => undangan);
  const due = new Set(
    bundle
      .rows('peserta.csv')
      .filter(({ ikrar, dalam_penyebut: counted }) => ikrar === 'SUDAH' && counted === 'YA')
      .map(({ undangan }) => undangan),
  );
  expect(byHead.filter((unit) => due.has(unit))).toHaveLength(coverage.pledge.signed);
});

test('nothing in it leads to a person’s phone, number or link, or to a member of staff', () => {
  const holder = {
    name: 'Sahabadi',
    acting: 'DEFINITIVE',
    nip: '198001012005011001',
    phone: '+6281234567890',
    email: 'sahabadi@lahat.example',
  } as never;
  const checkIn = aCheckIn({
    operator: 'operator-rina',
    phone: 'hash-of-a-phone',
    doorId: 'door-0001',
    nonce: 'nonce-secret',
  });
  const unit: Invitation = {
    ...anInvitation('Dinas A', { holder }),
    checkIn,
    bound: { phone: 'hash-of-a-phone', at: checkIn.at },
    remindedBy: 'key-of-a-call',
    signedHolder: {
      at: checkIn.at,
      hash: 'a'.repeat(64),
      method: 'PAPER',
      nonce: 'nonce-sign',
      operator: 'operator-rina',
    },
  };
  const denials = [{ ...checkIn, nonce: 'nonce-denied', reason: 'REVOKED', invitation: unit.id } as never];
  const conflicts = [
    {
      id: `${unit.id}-nonce-other`,
      session: unit.session,
      invitation: unit.id,
      kind: 'ADMITTED_TWICE',
      other: checkIn,
      foundAt: checkIn.at,
      decidedBy: 'operator-rina',
    } as never,
  ];
  const { files, rows, text } = open(materialOf([unit], { denials, conflicts }));
  for (const [name, bytes] of Object.entries(files)) {
    const found = strFromU8(bytes).match(
      /198001|8123456|lahat\.example|operator-rina|hash-of|nonce-(secret|sign|denied|other)|key-of|door-0001|\/C\//,
    );
    expect({ name, found: found?.[0] }).toEqual({ name, found: undefined });
  }
  expect(rows('peserta.csv')[0]?.nip_disamarkan).toBe('1980••••••••••••••');
  expect(text('BACA-SAYA.md')).toMatch(/ODbL/);
});

test('every column of every table is explained, and the times say their zone', () => {
  const session = heldSession({ zone: 'WITA' });
  const { files, rows, text } = open(materialOf(held470(), { session }));
  const readMe = text('BACA-SAYA.md');
  // A code alone says nothing to whoever has no program.
  for (const code of [...RefusalReason.options, ...Shown.options, 'ADMITTED_TWICE', 'HOLDER_AND_DELEGATE'])
    expect(readMe).toMatch(new RegExp(`${code} \\([a-z, -]+\\)`));
  for (const name of Object.keys(files)) if (name !== 'BACA-SAYA.md') expect(readMe).toContain(`## ${name}`);
  for (const name of Object.keys(files).filter((each) => each.endsWith('.csv'))) {
    const section = readMe.split(`## ${name}`)[1]?.split('\n## ')[0] ?? '';
    const columns =
      text(name)
        .replace(/^\uFEFF/, '')
        .split('\r\n')[0]
        ?.split(',') ?? [];
    expect(columns.filter((column) => !section.includes(`| ${column} |`))).toEqual([]);
  }
  expect(readMe).toContain('WITA (UTC+08:00)');
  expect(rows('kehadiran.csv')[0]?.waktu).toBe('2024-06-27T08:35:00.000+08:00');
  expect(localTime('WIT', '2024-06-27T20:00:00.000Z')).toBe('2024-06-28T05:00:00.000+09:00');
});

test('districts are called as the regency calls them', () => {
  const { regency } = materialOf([]);
  const labels = { district: 'Distrik', village: 'Kampung' };
  const { text } = open(materialOf(held470().slice(0, 3), { regency: { ...regency, labels } }));
  const readMe = text('BACA-SAYA.md');
  expect(readMe).toContain('districts (menurut distrik)');
  expect(readMe).toContain('| nama_wilayah | nama distrik pada hari itu |');
  expect(readMe).not.toContain('kecamatan');
});

test('the same content at the same moment is the same file', () => {
  const material = materialOf(held470());
  expect(Buffer.compare(dataBundleOf(material), dataBundleOf(material))).toBe(0);
});
