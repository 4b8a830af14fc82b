/** The papers of a session: what each is for, its files, and who may have it. */
import {
  Archive,
  Award,
  ChartColumn,
  ClipboardCheck,
  ClipboardList,
  ClipboardPen,
  FileText,
  IdCard,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Mail,
  NotebookText,
  QrCode,
  Stamp,
} from 'lucide-preact';
import { certificatePartsOf, type DocumentName, partsOf } from '../../../functions/documents/parts.ts';
import { number } from '../../shared/format.ts';
import type { Staff } from '../../shared/sign-in.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Choice, cameFor, certificatesFor, chosenOf } from './choice.ts';
import { attendanceFiles, attendanceFormats, chosenPdf, oneFile, type PaperFile } from './paper-files.ts';
import { t } from './texts.ts';

export interface Paper {
  /** Of its files' names too. */
  name: string;
  icon: LucideIcon;
  title: string;
  purpose: string;
  /** How much of it there is; why there is none yet. */
  note: string;
  files: readonly PaperFile[];
  /** Nothing to be had as yet. */
  disabled?: boolean;
  /** Where what stands in it is written. */
  page?: { href: string; label: string };
}

export interface Papers {
  before: Paper[];
  after: Paper[];
}

const eightUp = (recipients: number): string => t('pieces', { n: number(Math.ceil(recipients / 8)) });

const lettersAndCards: Record<
  DocumentName,
  {
    icon: LucideIcon;
    title: 'letters' | 'common' | 'annex' | 'cards' | 'badges';
    file: string;
    amount: (n: number) => string;
  }
> = {
  letters: {
    icon: FileText,
    title: 'letters',
    file: 'surat-undangan',
    amount: (n) => t('piecesOrMore', { n: number(n) }),
  },
  'common-letter': {
    icon: Mail,
    title: 'common',
    file: 'surat-bersama',
    amount: (n) => t('commonAmount', { n: number(n) }),
  },
  annex: {
    icon: ListOrdered,
    title: 'annex',
    file: 'daftar-undangan',
    amount: (n) => t('recipients', { n: number(n) }),
  },
  cards: { icon: QrCode, title: 'cards', file: 'kartu-qr', amount: eightUp },
  badges: { icon: IdCard, title: 'badges', file: 'tanda-pengenal', amount: eightUp },
};

interface Of {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  choice: Choice;
}

const invitationPaper = (document: DocumentName, of: Of): Paper => {
  const { icon, title, file, amount } = lettersAndCards[document];
  const recipients = chosenOf(of.invitations, of.choice);
  return {
    name: file,
    icon,
    title: t(title),
    purpose: t(`${title}For`),
    note: amount(recipients),
    disabled: recipients === 0,
    files: [chosenPdf(document, partsOf(document, recipients), of)],
  };
};

/** Groups of people who were counted at the doors have a line each, and the page does not know how many. */
const linesOfGroups = 200;

const blankSheet = (of: Of): Paper => {
  const rows = chosenOf(of.invitations, of.choice);
  return {
    name: 'daftar-hadir-kosong',
    icon: ClipboardPen,
    title: t('blankSheet'),
    purpose: t('blankSheetFor'),
    note: t('recipients', { n: number(rows) }),
    disabled: rows === 0,
    files: attendanceFiles('blank', rows, of),
  };
};

const sheets = (of: Of): Paper[] => {
  const came = cameFor(of.invitations, of.choice);
  const asked = chosenOf(of.invitations, of.choice);
  const isOpened = of.session.frozen;
  return [
    {
      name: 'daftar-hadir',
      icon: ClipboardCheck,
      title: t('sheet'),
      purpose: t('sheetFor'),
      note: isOpened ? t('cameNames', { n: number(came) }) : t('notOpened'),
      disabled: !isOpened,
      files: attendanceFiles('present', came + linesOfGroups, of),
    },
    {
      name: 'daftar-hadir-lengkap',
      icon: ClipboardList,
      title: t('wholeSheet'),
      purpose: t('wholeSheetFor'),
      note: isOpened ? t('recipients', { n: number(asked) }) : t('notOpened'),
      disabled: !isOpened,
      files: attendanceFiles('all', asked + linesOfGroups, of),
    },
  ];
};

const annexRecap = ({ session }: Of): Paper => ({
  name: 'rekap-undangan',
  icon: ListChecks,
  title: t('annexRecap'),
  purpose: t('annexRecapFor'),
  note: '',
  files: [oneFile('annex-recap.pdf', session)],
});

const certificates = (of: Of): Paper => {
  const { count, most } = certificatesFor(of.invitations, of.choice);
  return {
    name: 'sertifikat',
    icon: Award,
    title: t('certificates'),
    purpose: t('certificatesFor'),
    note: of.session.state === 'CLOSED' ? t('certificateCount', { n: number(count) }) : t('certificatesUnsealed'),
    disabled: count === 0,
    files: [chosenPdf('certificates', certificatePartsOf(most), of)],
  };
};

const recap = (session: SessionShown): Paper => ({
  name: 'rekap-kehadiran',
  icon: ChartColumn,
  title: t('recap'),
  purpose: t('recapFor'),
  note: session.frozen ? '' : t('notOpened'),
  disabled: !session.frozen,
  files: attendanceFormats.map((format) => oneFile(`recap.${format}`, session)),
});

const minutesNote = ({ state }: SessionShown): string => {
  if (state === 'CLOSED') return '';
  return t(state === 'OPEN' ? 'minutesUnsealed' : 'notOpened');
};

/** A session without a pledge has none. */
const minutes = (session: SessionShown): Paper[] =>
  session.pledge
    ? [
        {
          name: 'berita-acara',
          icon: Stamp,
          title: t('minutes'),
          purpose: t('minutesFor'),
          note: minutesNote(session),
          disabled: !session.frozen,
          files: [oneFile('minutes.pdf', session)],
        },
      ]
    : [];

const activityReport = (session: SessionShown): Paper => ({
  name: 'laporan-kegiatan',
  icon: NotebookText,
  title: t('report'),
  purpose: t('reportFor'),
  note: '',
  page: { href: `/staf/kegiatan/${session.id}/laporan`, label: t('openReport') },
  files: [oneFile('activity-report.pdf', session)],
});

const coverage = (session: SessionShown): Paper => ({
  name: 'cakupan',
  icon: ChartColumn,
  title: t('coverage'),
  purpose: t('coverageFor'),
  note: session.frozen ? '' : t('notOpened'),
  disabled: !session.frozen,
  files: [oneFile('coverage.pdf', session)],
});

const bundle = (session: SessionShown): Paper => ({
  name: 'data-kegiatan',
  icon: Archive,
  title: t('bundle'),
  purpose: t('bundleFor'),
  note: '',
  files: [oneFile('data.zip', session)],
});

/** The organiser's: those that name people too. */
export const organizersPapers = (of: Of): Papers => ({
  before: [
    ...(['letters', 'common-letter', 'annex'] as const).map((name) => invitationPaper(name, of)),
    annexRecap(of),
    ...(['cards', 'badges'] as const).map((name) => invitationPaper(name, of)),
    blankSheet(of),
  ],
  after: [
    ...sheets(of),
    recap(of.session),
    ...minutes(of.session),
    activityReport(of.session),
    certificates(of),
    coverage(of.session),
    bundle(of.session),
  ],
});

/** Whom the papers of figures and records are for too; the API decides by itself. */
export const readsPapers = ({ role }: Pick<Staff, 'role'>): boolean => role === 'regent' || role === 'auditor';

export const readersPapers = (session: SessionShown, { role }: Pick<Staff, 'role'>): Paper[] => [
  recap(session),
  ...minutes(session),
  activityReport(session),
  coverage(session),
  ...(role === 'auditor' ? [bundle(session)] : []),
];
