/** What is left after a session: its seal, its papers, its mails. */
import { join } from 'node:path';
import { checkSeal } from '../demo/check-seal.ts';
import { readPdf } from '../documents/read-pdf.ts';
import { type Hall, same, until } from './hall.ts';
import { expected } from './session.ts';

/** Checks the seal by both checkers; answers its root and how many heads there are. */
export const checkedSeal = (hall: Hall, cache: string) =>
  hall.transcript.step(
    'the seal of the KMS key holds, by our checker and by verify.py',
    async () => {
      const session = hall.base.split('/').at(-1) ?? '';
      const seal = await checkSeal(hall.download, session, join(cache, 'seal.zip'));
      if (seal.records.signature !== 2) throw new Error(`two signatures are sealed, found ${seal.records.signature}`);
      return seal;
    },
    ({ size, root, python }) =>
      `${size} records under ${root.slice(0, 8)}…${python === null ? '; verify.py not run: there is no python3' : ''}`,
  );

export const checkPapers = async ({ transcript, download, base }: Hall): Promise<void> => {
  await transcript.step(
    'the letters come as PDF',
    async () => {
      const { texts } = await readPdf(await download(`${base}/documents/letters.pdf`));
      same('pages, one for each unit', texts.length, expected.units.expected);
      return texts;
    },
    (pages) => `${pages.length} pages`,
  );
  await transcript.step(
    'the attendance list comes as a workbook',
    async () => {
      const bytes = await download(`${base}/documents/attendance.xlsx`);
      same('a workbook begins with', Buffer.from(bytes.subarray(0, 2)).toString(), 'PK');
      return bytes.length;
    },
    (size) => `${size} bytes`,
  );
};

/** Owed through the API, noticed by the stream, sent by the mailer through SES. */
export const checkMails = async ({ transcript, organizer, emulator, base, productOrigin }: Hall): Promise<void> => {
  await transcript.step(
    'two e-mails are owed, and the mailer sends them through SES',
    async () => {
      await organizer('POST', `${base}/mail`, {});
      const states = () => organizer('GET', `${base}/mail`).then(({ body }) => body.items as { state: string }[]);
      const done = await until('the mails', 60, async () => {
        const mails = await states();
        return mails.every(({ state }) => state !== 'QUEUED' && state !== 'SENDING') ? mails : undefined;
      });
      same(
        'what became of the mails',
        done.map(({ state }) => state),
        ['SENT', 'SENT'],
      );
      const box = await (await fetch(`${emulator.endpoint}/_ministack/ses/messages`)).text();
      for (const name of ['rini', 'sahabadi'])
        if (!box.includes(`${name}@hadir-rehearsal.example`)) throw new Error(`SES has no mail to ${name}`);
      if (!box.includes(`${productOrigin}/c/`)) throw new Error('the mails hold no link');
      return done.length;
    },
    (count) => `${count} sent`,
  );
};
