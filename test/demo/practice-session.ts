/** A session of today for whoever tries the demo: open, with the offices of Lahat invited, nobody there yet, one door to pair. */
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

export const openPracticeSession = async (
  organizer: Call,
  code: string,
  now: Date,
): Promise<{ title: string; link: string; door: { name: string; link: string } }> => {
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
  return { title, link: first.link, door: { name: door.body.name, link: door.body.pairing.link } };
};
