/** What minutes and certificates are made from: a pledge that was read before witnesses and signed in order. Everybody is invented. */
import type { MinutesMaterial } from '../../functions/documents/minutes-material.ts';
import { listSignatures } from '../../functions/documents/minutes-rules.ts';
import type { Invitation, Signature } from '../../functions/invitations/invitation-schema.ts';
import { officialTexts } from '../../functions/pledges/official-texts.ts';
import { fillIn, textHash } from '../../functions/pledges/pledge-rules.ts';
import type { Reading } from '../../functions/pledges/pledge-schema.ts';
import type { SignedHead } from '../../functions/seals/seal-schema.ts';
import type { Session, SessionPledge } from '../../functions/sessions/session-schema.ts';
import { aCheckIn, lahat, sessionId } from '../support/fixtures.ts';
import { materialOf, origin, paperSession } from './paper-fixtures.ts';

const variables = { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilu dan Pemilihan', year: '2024' };
const template = (form: 'IKRAR' | 'PAKTA') => {
  const found = officialTexts.find(({ text }) => text.form === form);
  if (!found) throw new Error(`there is no ${form}`);
  return found;
};
export const textOf = (form: 'IKRAR' | 'PAKTA' = 'IKRAR'): MinutesMaterial['text'] => ({
  form,
  ...fillIn(template(form).text, variables),
});

export const pledgeOf = (form: 'IKRAR' | 'PAKTA' = 'IKRAR'): SessionPledge => ({
  text: template(form).id,
  version: 1,
  variables,
  classes: ['OPD', 'KECAMATAN', 'KELURAHAN', 'PUSKESMAS', 'SD', 'SMP'],
  title: textOf(form).title,
  hash: textHash(textOf(form)),
});

export const pledgeSession = (changes: Partial<Session> = {}): Session & { pledge: SessionPledge } => ({
  ...paperSession({
    state: 'CLOSED',
    openedAt: '2024-06-27T00:30:00.000Z',
    closedAt: '2024-06-27T05:10:00.000Z',
    legalBases: ['uu-20-2023', 'pp-94-2021'],
    ...changes,
  }),
  pledge: changes.pledge ?? pledgeOf(),
});

export const aReading = (changes: Partial<Reading> = {}): Reading => ({
  id: 'r-1',
  reader: { name: 'Drs. Haryanto Saputra, M.Si.', office: 'Sekretaris Daerah' },
  witnesses: [
    { name: 'Rosmala Dewi, S.H.', office: 'Ketua Bawaslu Kabupaten Lahat' },
    { name: 'AKBP Yudha Pranata, S.I.K.', office: 'Kapolres Lahat' },
  ],
  startedAt: '2024-06-27T02:15:00.000Z',
  endedAt: '2024-06-27T02:19:00.000Z',
  hash: textHash(textOf()),
  ...changes,
});

export const aSignature = (changes: Partial<Signature> = {}): Signature => ({
  at: '2024-06-27T02:30:00.000Z',
  hash: textHash(textOf()),
  method: 'TABLET',
  nonce: 'nonce-sign-1',
  ...changes,
});

/** Strokes as a pen makes them: loops that lean to the right, each signer's own. */
export const strokesOf = (seed: number): string => {
  const parts: string[] = [];
  for (let stroke = 0; stroke < 2; stroke += 1) {
    const start = stroke === 0 ? `m${110 + (seed % 40)} 240` : `m-${420 + (seed % 90)} ${20 + (seed % 30)}`;
    const moves = Array.from({ length: stroke === 0 ? 70 : 18 }, (_, index) => {
      const angle = index / (2.6 + (seed % 5) / 4) + seed;
      const x = Math.round(9 + 13 * Math.cos(angle));
      const y = Math.round((16 + (seed % 9)) * Math.sin(angle * (stroke === 0 ? 1 : 0.2)));
      return `${x} ${y}`;
    });
    parts.push(`${start} ${moves.join(' ')}`);
  }
  return parts.join('');
};

const hex = (digit: string): string => digit.repeat(64);
export const aHead = (number = 1, changes: Partial<SignedHead['head']> = {}): SignedHead => ({
  head: {
    format: 'hadir-seal-1',
    regency: lahat,
    session: sessionId,
    number,
    size: 1230 + number * 4,
    root: `${number}a2b3c4d5e6f7089`.repeat(4),
    at: `2024-06-27T0${4 + number}:12:00.000Z`,
    counts: { session: 1 },
    key: 'f0e1d2c3b4a59687'.repeat(4),
    ...changes,
  },
  publicKey: `302a300506032b6570032100${hex('7')}`,
  signature: hex('9').repeat(2),
});

/** Checked in before the reading, and signed one after the other, a minute apart. */
export const signedBy = (invitation: Invitation, minute: number, changes: Partial<Signature> = {}): Invitation => ({
  ...invitation,
  checkIn: aCheckIn({ nonce: `in-${invitation.id}` }),
  signedHolder: aSignature({
    at: new Date(Date.parse('2024-06-27T02:30:00.000Z') + minute * 20_000).toISOString(),
    nonce: `sign-${invitation.id}`,
    ...changes,
  }),
});

export const checkCode = `${origin}/v/MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43UOV3HO6D`;

export const minutesMaterial = (
  invitations: readonly Invitation[],
  changes: Partial<MinutesMaterial> = {},
): MinutesMaterial => {
  const session = changes.session ?? pledgeSession();
  const listed = listSignatures(invitations);
  const { regency } = materialOf([], { session });
  return {
    regency,
    session,
    text: textOf(),
    readings: [aReading()],
    invitations,
    frozen: new Set(invitations.filter(({ kind }) => kind === 'unit').map(({ id }) => id)),
    heads: [aHead()],
    unsealed: 0,
    missing: 0,
    check: checkCode,
    listed,
    drawing: () => undefined,
    part: 1,
    parts: 1,
    signatures: listed.length,
    at: new Date('2024-06-27T06:00:00Z'),
    ...changes,
  };
};
