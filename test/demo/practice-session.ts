/**
 * A session of today for whoever tries the demo: open, with the offices of Lahat invited, some heads in the hall, a reading planned that
 * the visitor begins, and one door to pair.
 */
import type { Call } from './api-client.ts';

/** Answers as an organiser notes them from calls, so that there is something to look at; the first invitation is the visitor's. */
const answerSome = async (organizer: Call, base: string, invitations: readonly { id: string }[]): Promise<void> => {
  const answers = [
    { kind: 'ATTENDING' },
    { kind: 'ATTENDING' },
    { kind: 'UNABLE', reason: 'Dinas luar ke Palembang' },
    { kind: 'DELEGATED', delegate: { name: 'Suyatno', office: 'Sekretaris Dinas', letter: '094/12/2024' } },
  ];
  for (const [index, answer] of answers.entries()) {
    await organizer('PUT', `${base}/invitations/${invitations[index]?.id}/answer`, answer);
  }
};

interface Invited {
  id: string;
  office: string;
  link: string;
  holder: { name: string } | null;
}

/** They come as heads, but for one who sends somebody. */
const letSomeIn = async (operator: Call, base: string, coming: readonly Invited[], at: string): Promise<void> => {
  for (const [index, { link }] of coming.entries()) {
    await operator('POST', `${base}/check-ins`, {
      token: link.slice(link.lastIndexOf('/') + 1),
      nonce: `practice-arrival-${index}`,
      scannedAt: at,
      sentAt: at,
      door: 'Pintu A',
      ...(index === 2
        ? { who: 'delegate', delegate: { name: 'Wulandari', office: 'Sekretaris Badan' } }
        : { who: 'holder' }),
    });
  }
};

/** The reader's link: opened on the lectern's screen, it begins and ends the reading. */
const planReading = async (
  organizer: Call,
  base: string,
  [reader, ...witnesses]: readonly Invited[],
): Promise<string> => {
  const person = (invited?: Invited) => ({
    name: invited?.holder?.name ?? 'Suparman',
    office: invited?.office ?? 'Inspektur',
  });
  const plan = { reader: person(reader), witnesses: witnesses.map(person) };
  return (await organizer('PUT', `${base}/readings/1`, plan)).body.link;
};

export interface Practice {
  title: string;
  link: string;
  reader: string;
  /** How many offices are in the hall. */
  present: number;
  door: { name: string; link: string };
}

export const openPracticeSession = async (
  { organizer, operator }: { organizer: Call; operator: Call },
  code: string,
  now: Date,
): Promise<Practice> => {
  const key = { 'idempotency-key': 'practice-session' };
  const title = 'Latihan: apel netralitas ASN hari ini';
  const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();
  const pledge = {
    text: 'ikrar-netralitas-2024',
    version: 1,
    variables: { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilu dan Pemilihan', year: '2024' },
    classes: ['OPD', 'KECAMATAN'],
  };
  const session = await organizer(
    'POST',
    `/api/regencies/${code}/sessions`,
    {
      kind: 'APEL',
      title,
      organizer: 'Inspektorat Kabupaten Lahat',
      venue: {
        name: 'Halaman Kantor Bupati',
        region: code,
        map: 'https://www.openstreetmap.org/#map=17/-3.787/103.544',
      },
      letter: { number: '800/001/INSPEKTORAT', signer: { office: 'Inspektur' } },
      startsAt: hours(1),
      endsAt: hours(4),
      legalBases: ['uu-20-2023'],
      classes: ['OPD', 'KECAMATAN'],
      pledge,
    },
    key,
  );
  const base = `/api/sessions/${session.body.id}`;
  await organizer('POST', `${base}/invitations`, { classes: ['OPD', 'KECAMATAN'] }, key);
  await organizer('POST', `${base}/moves/publish`);
  await organizer('POST', `${base}/moves/open`);
  const { body } = await organizer('GET', `${base}/invitations?limit=10`);
  const [first, ...others] = body.items;
  await answerSome(organizer, base, others);
  const door = await organizer('POST', `${base}/doors`, { name: 'Pintu A' }, key);
  // Not those who answered that they send somebody, or cannot come; nor the visitor.
  const coming: Invited[] = others.filter((_: Invited, index: number) => index !== 2 && index !== 3);
  await letSomeIn(operator, base, coming, new Date().toISOString());
  const reader = await planReading(organizer, base, coming.slice(0, 3));
  return {
    title,
    link: first.link,
    reader,
    present: coming.length,
    door: { name: door.body.name, link: door.body.pairing.link },
  };
};
