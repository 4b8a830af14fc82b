/** Of the report of an activity: when and where, who was there, what was on the programme and who spoke. */
import { representedOf } from '../coverage/represented.ts';
import { officeAsHeld } from '../invitations/addressee.ts';
import type { Session } from '../sessions/session-schema.ts';
import { body, type ReportWriting, small } from './activity-report-material.ts';
import { drawRows, type Row } from './fact-rows.ts';
import {
  absentWord,
  classWord,
  clockOf,
  daysOf,
  figure,
  hoursOf,
  momentOf,
  percent,
  venueLine,
} from './paper-words.ts';
import { mm } from './pdf.ts';
import { type Column, drawTable, type TableRow } from './table.ts';

const rowForm = { label: 42, style: body };

export const drawTimeAndPlace = (writing: ReportWriting): void => {
  const { pdf, flow, material, heading } = writing;
  const { session } = material;
  const { zone, venue, waves, openedAt, closedAt } = session;
  heading('Waktu dan Tempat', mm(20));
  const rows: Row[] = [
    ['Hari, tanggal', daysOf(zone, session)],
    ['Pukul', hoursOf(zone, session)],
    ...waves.map((wave): Row => [`Gelombang ${wave.label}`, hoursOf(zone, wave)]),
    ['Tempat', venueLine(session)],
    ...(venue.capacity === undefined ? [] : [['Kapasitas tempat', `${figure(venue.capacity)} orang`] satisfies Row]),
    ...(openedAt === null ? [] : [['Pencatatan dibuka', momentOf(zone, openedAt)] satisfies Row]),
    ...(closedAt === null ? [] : [['Pencatatan ditutup', momentOf(zone, closedAt)] satisfies Row]),
  ];
  pdf.tag('P', () => drawRows(pdf, flow, rows, rowForm));
  flow.space(mm(4));
};

const classColumns = (session: Session): readonly Column[] => [
  { title: 'Kelas unit', width: 42 },
  { title: 'Diundang', width: 17, align: 'right' },
  { title: 'Hadir sendiri', width: 17, align: 'right' },
  { title: 'Dihadiri Pj/Pjs/ Plt/Plh', width: 19, align: 'right' },
  { title: 'Diwakili', width: 16, align: 'right' },
  { title: 'Terwakili', width: 18, align: 'right' },
  { title: absentWord(session), width: 17, align: 'right' },
  { title: 'Cakupan', width: 19, align: 'right' },
];

interface Figures {
  expected: number;
  inPerson: number;
  acting: number;
  delegated: number;
  missing: number;
}

const classRow = (name: string, figures: Figures, bold = false): TableRow => {
  const { expected, inPerson, acting, delegated, missing } = figures;
  const represented = representedOf(figures);
  const counts = [expected, inPerson, acting, delegated, represented, missing].map(figure);
  return { cells: [name, ...counts, percent(represented, expected)], bold };
};

/** What stands outside of the count, or did not move it; only what there is. */
const asides = ({ material }: ReportWriting): string[] => {
  const { coverage, invitations } = material;
  const { people, amendments, late, units } = coverage;
  const guestsAsked = invitations.filter(({ kind, revokedAt }) => kind === 'guest' && revokedAt === undefined).length;
  const told: [number, string][] = [
    [units.online, `${figure(units.online)} unit mengikuti secara daring; tidak dihitung hadir maupun tidak hadir.`],
    [guestsAsked, `Tamu: ${figure(people.guests)} hadir dari ${figure(guestsAsked)} yang diundang, di luar hitungan.`],
    [people.grouped, `${figure(people.grouped)} orang dihitung sebagai rombongan tanpa nama, di luar hitungan.`],
    [
      amendments.added + amendments.revoked,
      `Sesudah daftar dibekukan: ${figure(amendments.added)} undangan ditambah, ${figure(amendments.revoked)} dicabut; jumlah yang diundang di atas tidak berubah karenanya.`,
    ],
    [late, `${figure(late)} kehadiran masuk sesudah pencatatan ditutup (susulan).`],
  ];
  return told.flatMap(([count, text]) => (count > 0 ? [text] : []));
};

export const drawParticipants = async (writing: ReportWriting): Promise<void> => {
  const { pdf, flow, material, heading } = writing;
  const { coverage, regency, session } = material;
  const { units, frozenAt } = coverage;
  if (units.expected === 0 && coverage.people.checkedIn === 0) return;
  heading('Peserta', mm(40));
  const represented = representedOf(units);
  const basis =
    frozenAt === null
      ? 'Kegiatan belum dibuka: angka di bawah menurut undangan yang berlaku sekarang.'
      : `Diundang ${figure(units.expected)} unit kerja menurut daftar yang dibekukan ${momentOf(session.zone, frozenAt)}.`;
  const came = `Terwakili ${figure(represented)} unit (${percent(represented, units.expected)}): ${figure(units.inPerson)} hadir sendiri, ${figure(units.acting)} dihadiri Pj/Pjs/Plt/Plh, dan ${figure(units.delegated)} diwakili. Satu unit dihitung satu kali, berapa pun orang yang datang.`;
  pdf.tag('P', () => flow.paragraph(frozenAt === null ? basis : `${basis} ${came}`, { ...body, align: 'justify' }));
  flow.space(mm(2));
  await drawTable(pdf, flow, classColumns(session), [
    ...coverage.classes.map((each) => classRow(classWord(each.class, regency.labels), each)),
    classRow('Jumlah', units, true),
  ]);
  flow.space(mm(2));
  for (const text of asides(writing)) pdf.tag('P', () => flow.paragraph(text, small));
  flow.space(mm(4));
};

/** `Asisten Pemerintahan Budi Santoso, mewakili Plh. Sekretaris Daerah` */
const openerLine = ({ name, office, acting, delegateOf }: NonNullable<Session['opener']>): string => {
  const held = officeAsHeld(office, acting);
  const who = name === undefined ? held : `${name}, ${held}`;
  return delegateOf ? `${who}, mewakili ${officeAsHeld(delegateOf.office, delegateOf.acting)}` : who;
};

const agendaColumns: readonly Column[] = [
  { title: 'No.', width: 9, align: 'right' },
  { title: 'Pukul', width: 24 },
  { title: 'Acara', width: 62 },
  { title: 'Narasumber atau petugas', width: 70 },
];

/** Offices mostly name the institution already. */
const speakerLine = ({ name, office, institution }: Session['agenda'][number]['speakers'][number]): string => {
  const place = office.toLowerCase().includes(institution.toLowerCase()) ? office : `${office}, ${institution}`;
  return name === undefined ? place : `${name} (${place})`;
};

export const drawProgramme = async (writing: ReportWriting): Promise<void> => {
  const { pdf, flow, material, heading } = writing;
  const { agenda, opener, zone, organizer, occasion } = material.session;
  heading('Narasumber dan Acara', mm(20));
  const rows: Row[] = [
    ['Penyelenggara', organizer],
    ...(occasion === undefined ? [] : [['Dalam rangka', occasion] satisfies Row]),
    ...(opener ? [['Dibuka oleh', openerLine(opener)] satisfies Row] : []),
  ];
  pdf.tag('P', () => drawRows(pdf, flow, rows, rowForm));
  flow.space(mm(2));
  if (agenda.length > 0) {
    const items = agenda.map(({ startsAt, title, speakers }, index): TableRow => {
      const time = startsAt === undefined ? '' : clockOf(zone, startsAt);
      return { cells: [`${index + 1}.`, time, title, speakers.map(speakerLine).join('\n')] };
    });
    await drawTable(pdf, flow, agendaColumns, items);
  }
  flow.space(mm(4));
};
