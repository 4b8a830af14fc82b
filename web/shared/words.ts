/** The product's words for the codes of its data, as officials say them; complete by type. */

import type { UnitPresence } from '../../functions/coverage/coverage-schema.ts';
import type { FollowUpKind } from '../../functions/follow-ups/follow-up-schema.ts';
import type {
  Attendance,
  CheckInMode,
  Evidence,
  Signature,
  SignatureKind,
} from '../../functions/invitations/invitation-schema.ts';
import type { ActingStatus } from '../../functions/platform/base-schema.ts';
import type { UnitClassCode } from '../../functions/roster/unit-class.ts';
import type { Phase } from '../../functions/sessions/arrangement-schema.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { type Pair, pick } from './i18n.ts';

type SessionKind = Session['kind'];
type SessionState = Session['state'];
type PledgeStatus = 'SIGNED' | 'NOT_YET' | 'NOT_DUE';

const words = <Code extends string>(pairs: Record<Code, Pair>) => {
  const say = (code: Code): string => pick(pairs[code]);
  return Object.assign(say, { codes: Object.keys(pairs) as Code[] });
};

/** In protocol order. */
export const className = words<UnitClassCode>({
  OPD: ['Perangkat daerah', 'Agencies'],
  KECAMATAN: ['Kecamatan', 'District offices'],
  KELURAHAN: ['Kelurahan', 'Urban villages'],
  DESA: ['Desa', 'Villages'],
  PUSKESMAS: ['Puskesmas', 'Health centres'],
  TK: ['TK negeri', 'State kindergartens'],
  SD: ['SD negeri', 'State primary schools'],
  SMP: ['SMP negeri', 'State junior high schools'],
  SMA: ['SMA/SMK/SLB negeri', 'State senior high schools'],
  BUMD: ['BUMD', 'Regional companies'],
  VERTICAL: ['Instansi vertikal', 'State offices in the region'],
  GUEST_BODY: ['Forkopimda dan lembaga tamu', 'Forkopimda and guest bodies'],
});

export const phaseName = words<Phase>({
  BEFORE: ['Sebelum kampanye', 'Before the campaign'],
  DURING: ['Selama kampanye', 'During the campaign'],
  AFTER: ['Sesudah kampanye', 'After the campaign'],
});

export const followUpKindName = words<FollowUpKind>({
  UNDERSTANDING: ['Pemahaman', 'Understanding'],
  SUPERVISION: ['Pengawasan', 'Supervision'],
  ENFORCEMENT: ['Penegakan', 'Enforcement'],
  OUTREACH: ['Sosialisasi', 'Outreach'],
});

export const kindName = words<SessionKind>({
  RAKOR: ['Rapat koordinasi', 'Coordination meeting'],
  SOSIALISASI: ['Sosialisasi', 'Briefing'],
  SEMINAR: ['Seminar', 'Seminar'],
  APEL: ['Apel', 'Assembly'],
});

export const stateName = words<SessionState>({
  DRAFT: ['Draf', 'Draft'],
  PUBLISHED: ['Diumumkan', 'Published'],
  OPEN: ['Berlangsung', 'Open'],
  CLOSED: ['Selesai', 'Closed'],
  CANCELLED: ['Dibatalkan', 'Cancelled'],
});

export const presenceName = words<UnitPresence>({
  IN_PERSON: ['Hadir sendiri', 'In person'],
  ACTING: ['Dihadiri Pj/Pjs/Plt/Plh', 'By an acting head'],
  DELEGATED: ['Diwakili', 'By a delegate'],
  MISSING: ['Belum hadir', 'Missing'],
  ONLINE: ['Hadir daring', 'Online'],
});

export const pledgeName = words<PledgeStatus>({
  SIGNED: ['Sudah ikrar', 'Pledged'],
  NOT_YET: ['Belum ikrar', 'Not yet pledged'],
  NOT_DUE: ['Tidak wajib ikrar', 'No pledge due'],
});

/** What a signature is; of a symbolic one never without saying that it is not counted (rule 4). */
export const signatureName = words<SignatureKind>({
  holder: ['Pejabat', 'Head of the office'],
  delegate: ['Wakil', 'Delegate'],
  symbolic: ['Simbolis: tercatat, tidak dihitung', 'Symbolic: recorded, not counted'],
  witness: ['Saksi', 'Witness'],
});

/** How it was signed. */
export const methodName = words<Signature['method']>({
  TABLET: ['Di meja tanda tangan', 'At the signing table'],
  PAPER: ['Di lembar kertas', 'On a paper sheet'],
  LINK: ['Lewat tautan', 'By link'],
});

/** Who was really there for the office. */
export const attendanceName = words<Attendance>({
  holder: ['Hadir sendiri', 'In person'],
  acting: ['Pj/Pjs/Plt/Plh', 'Acting head'],
  delegate: ['Diwakili', 'By a delegate'],
});

export const modeName = words<CheckInMode>({
  IN_PERSON: ['Di tempat', 'At the venue'],
  BACK_ENTERED: ['Dicatat susulan dari kertas', 'Entered later from paper'],
  ONLINE: ['Daring, bukan kehadiran di tempat', 'Online, not presence at the venue'],
});

/** What a check-in rests on. */
export const evidenceName = words<Evidence>({
  CODE: ['Kode undangan', 'Code of the invitation'],
  NAME: ['Cari nama', 'Found by name'],
  SAME_PERSON: ['Kode jabatan lain dari orang yang sama', 'Code of another office of the same person'],
  VENUE_SCREEN: ['Layar pintu', 'Screen at the entrance'],
  VENUE_PRINT: ['Cetakan pintu (bukti lebih lemah)', 'Print at the entrance (weaker evidence)'],
});

export const actingName = words<ActingStatus>({
  DEFINITIVE: ['Definitif', 'Definitive'],
  PJ: ['Pj (penjabat)', 'Pj (interim, vacant post)'],
  PJS: ['Pjs (penjabat sementara)', 'Pjs (interim, campaign leave)'],
  PLT: ['Plt (pelaksana tugas)', 'Plt (acting)'],
  PLH: ['Plh (pelaksana harian)', 'Plh (acting for the day)'],
});

const actingPrefix: Record<ActingStatus, string> = {
  DEFINITIVE: '',
  PJ: 'Pj. ',
  PJS: 'Pjs. ',
  PLT: 'Plt. ',
  PLH: 'Plh. ',
};

/** An office with how it is held: `Plt. Camat Lahat`. */
export const officeHeld = (office: string, acting?: ActingStatus): string =>
  `${actingPrefix[acting ?? 'DEFINITIVE']}${office}`;

interface PersonName {
  name: string;
  titlesBefore?: string | undefined;
  titlesAfter?: string | undefined;
}
/** A name with its titles, as letters print it: `Dr. Siti Aminah, M.Si.` */
export const nameWithTitles = ({ name, titlesBefore, titlesAfter }: PersonName): string =>
  `${titlesBefore ? `${titlesBefore} ` : ''}${name}${titlesAfter ? `, ${titlesAfter}` : ''}`;

interface Named {
  name?: string | undefined;
  office?: string | undefined;
  acting?: ActingStatus | undefined;
}
/** `Suyatno, Plh. Sekretaris`; empty when nothing is known of a delegate. */
export const delegateLine = ({ name, office, acting }: Named = {}): string =>
  [name, office && officeHeld(office, acting)].filter(Boolean).join(', ');
