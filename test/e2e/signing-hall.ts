/** A hall that is about to sign: eight heads and a guest who are invited, and what a hand does on a pad. */
import type { Page } from 'playwright-core';
import type { Call } from '../demo/api-client.ts';
import { sessionBody } from '../support/scenario.ts';
import { region } from './console.ts';

const heads = {
  'Sekretariat Daerah': 'Budi Santoso',
  'Dinas Kesehatan': 'Siti Aminah',
  'Dinas Sosial': 'Rudi Hartono',
  'Dinas Perhubungan': 'Wahyu Nugroho',
  Inspektorat: 'Ratna Dewi',
  'Dinas Pertanian': 'Agus Salim',
  'Dinas Perpustakaan': 'Nur Halimah',
  'Dinas Perikanan': 'Joko Susilo',
} as const;
type Unit = keyof typeof heads;
export const present: readonly Unit[] = ['Sekretariat Daerah', 'Dinas Kesehatan', 'Dinas Sosial', 'Dinas Perhubungan'];
export const guest = 'Pj Bupati Lahat';

/** Registers, plans, invites and opens; answers the session. */
export const seedSigning = async (call: Call): Promise<string> => {
  await call('PUT', `/api/regencies/${region}`, {
    name: 'Kabupaten Lahat',
    zone: 'WIB',
    letterhead: { lines: ['PEMERINTAH KABUPATEN LAHAT'] },
  });
  for (const [name, holder] of Object.entries(heads)) {
    const unit = {
      class: 'OPD',
      name,
      office: name === 'Sekretariat Daerah' ? 'Sekretaris Daerah' : `Kepala ${name}`,
      holder: { name: holder, titlesAfter: 'M.Si.', acting: 'DEFINITIVE' },
    };
    await call('POST', `/api/regencies/${region}/units`, unit);
  }
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  const key = (name: string) => ({ 'idempotency-key': `signing-test-${name}` });
  const variables = { instance: 'Pemerintah Kabupaten Lahat', election: 'Pemilihan', year: '2024' };
  const plan = sessionBody({
    title: 'Ikrar netralitas ASN',
    startsAt: hours(-1),
    endsAt: hours(3),
    classes: ['OPD'],
    pledge: { text: 'ikrar-netralitas-2024', version: 1, variables, classes: ['OPD'] },
  });
  const session: string = (await call('POST', `/api/regencies/${region}/sessions`, plan, key('session'))).body.id;
  const address = `/api/sessions/${session}`;
  await call('POST', `${address}/invitations`, { classes: ['OPD'] }, key('units'));
  await call('POST', `${address}/invitations`, { guests: [{ office: guest }] }, key('guest'));
  for (const move of ['publish', 'open']) await call('POST', `${address}/moves/${move}`);
  return session;
};

/** As a hand does: down, along, up. */
export const draw = async (on: Page): Promise<void> => {
  const pad = on.getByRole('img', { name: /Bidang tanda tangan/ });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('there is no pad');
  const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
  await on.mouse.move(...at(0.2, 0.7));
  await on.mouse.down();
  for (const [x, y] of [
    [0.3, 0.2],
    [0.4, 0.7],
    [0.5, 0.3],
    [0.7, 0.6],
  ] as const)
    await on.mouse.move(...at(x, y), { steps: 6 });
  await on.mouse.up();
};
