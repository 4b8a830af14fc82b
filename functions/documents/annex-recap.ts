/** The recap of the invitation letter's annex: how many are invited, by class, by district and by group of guests, and what they answered. */

import type { AnswerKind } from '../invitations/answer-schema.ts';
import { isInvited } from '../invitations/invitation-rules.ts';
import type { Invitation } from '../invitations/invitation-schema.ts';
import { longDay } from '../platform/long-day.ts';
import type { Row } from './fact-rows.ts';
import { byName, classWord, figure, guestGroupOf, guestGroups, noDistrict } from './paper-words.ts';
import { inProtocolOrder } from './recipients.ts';
import type { SessionFacts } from './session-facts.ts';
import { dotted } from './signature-block.ts';
import { type SummaryTable, sessionRows, summaryPaperOf } from './summary-paper.ts';
import type { Column, TableRow } from './table.ts';

export type AnnexRecapMaterial = Pick<SessionFacts, 'regency' | 'session' | 'invitations' | 'head' | 'at'> & {
  signerNip: string | null;
};

export type AnswerFigures = Record<AnswerKind | 'NONE', number> & { invited: number };

const nothing = (): AnswerFigures => ({ invited: 0, ATTENDING: 0, DELEGATED: 0, UNABLE: 0, NONE: 0 });

/** By a name, in the order in which the names come. */
export const answersBy = (
  invitations: readonly Invitation[],
  nameOf: (invitation: Invitation) => string,
): Map<string, AnswerFigures> => {
  const groups = new Map<string, AnswerFigures>();
  for (const invitation of invitations) {
    const name = nameOf(invitation);
    const figures = groups.get(name) ?? nothing();
    groups.set(name, figures);
    figures.invited += 1;
    figures[invitation.answer?.kind ?? 'NONE'] += 1;
  }
  return groups;
};

const order = ['ATTENDING', 'DELEGATED', 'UNABLE', 'NONE'] as const;

const columnsOf = (first: string): Column[] => [
  { title: first, width: 65 },
  ...['Diundang', 'Akan hadir', 'Mewakilkan', 'Berhalangan', 'Belum menjawab'].map(
    (title): Column => ({ title, width: 22, align: 'right' }),
  ),
];

const rowOf = (name: string, figures: AnswerFigures, bold = false): TableRow => ({
  cells: [name, figure(figures.invited), ...order.map((kind) => figure(figures[kind]))],
  bold,
});

const tableOf = (
  title: string,
  first: string,
  invitations: readonly Invitation[],
  nameOf: (invitation: Invitation) => string,
): SummaryTable[] => {
  if (invitations.length === 0) return [];
  const groups = [...answersBy(invitations, nameOf)];
  const total = answersBy(invitations, () => '').get('') ?? nothing();
  return [
    {
      title,
      columns: columnsOf(first),
      rows: [...groups.map(([name, figures]) => rowOf(name, figures)), rowOf('Jumlah', total, true)],
    },
  ];
};

/** What lies in none comes last. */
const byDistrict = (a: Invitation, b: Invitation): number =>
  Number(a.districtName === undefined) - Number(b.districtName === undefined) ||
  byName(a.districtName ?? '', b.districtName ?? '');

const letterRows = ({ session: { letter } }: AnnexRecapMaterial): Row[] => [
  ['Nomor surat', letter?.number ?? dotted(34)],
  ['Tanggal surat', letter?.date === undefined ? dotted(34) : longDay(letter.date)],
];

/** Undefined where nobody is invited. */
export const annexRecapOf = (material: AnnexRecapMaterial): Promise<Uint8Array> | undefined => {
  const { regency, session, invitations } = material;
  const { labels } = regency;
  const invited = invitations.filter(isInvited).sort(inProtocolOrder);
  if (invited.length === 0) return undefined;
  const units = invited.filter(({ kind }) => kind === 'unit');
  const guests = invited.filter(({ kind }) => kind === 'guest');
  const classOf = ({ class: unitClass }: Invitation) =>
    unitClass === undefined ? 'Lainnya' : classWord(unitClass, labels);
  const districtOf = ({ districtName }: Invitation) => districtName ?? noDistrict;
  return summaryPaperOf({
    ...material,
    title: 'REKAPITULASI DAFTAR UNDANGAN',
    facts: [...letterRows(material), ...sessionRows(session)],
    tables: [
      ...tableOf('Unit menurut kelas', 'Kelas unit', units, classOf),
      ...tableOf(
        `Unit menurut ${labels.district.toLowerCase()}`,
        labels.district,
        [...units].sort(byDistrict),
        districtOf,
      ),
      ...tableOf('Tamu menurut kelompok', 'Kelompok', guests, (guest) => guestGroups[guestGroupOf(guest)]),
    ],
    notes: ['Jawaban menurut catatan terakhir; siapa pun dapat hadir tanpa menjawab lebih dahulu.'],
  });
};
