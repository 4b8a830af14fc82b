/** Rules 8 to 10 of the ten that must hold, each under its own name, through the API: times, numbers and names as they are kept and shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../functions/app.ts';
import { showsNipAndRank } from '../../functions/pledges/signature-block-rules.ts';
import { matchKey, splitTitles } from '../../functions/roster/person-name.ts';
import { dateTimeIn } from '../../web/shared/format.ts';
import { as, startTestApi, type TestApi } from '../support/api.ts';
import { readQr } from '../support/read-qr.ts';
import { registerRegency, sessionBody, startScenario } from '../support/scenario.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('8. times are kept in UTC with the session’s zone, and shown in it by its name', () => {
  test.each([
    ['16.04', 'WIB', '2024-06-27T08:00:00+07:00', '2024-06-27T01:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WIB'],
    ['63.03', 'WITA', '2024-06-27T08:00:00+08:00', '2024-06-27T00:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WITA'],
    ['94.01', 'WIT', '2024-06-27T08:00:00+09:00', '2024-06-26T23:00:00.000Z', 'Kamis, 27 Juni 2024 pukul 08.00 WIT'],
  ])('%s in %s', async (code, zone, typed, utc, shown) => {
    await registerRegency(api, code, zone);
    const body = sessionBody({
      startsAt: typed,
      endsAt: typed.replace('T08', 'T11'),
      venue: { name: 'Aula', region: code },
      pledge: null,
    });
    const created = await api.call(as('organizer', code), 'POST', `/api/regencies/${code}/sessions`, body, {
      'idempotency-key': `zone-${zone}-key`,
    });
    expect(created.body).toMatchObject({ startsAt: utc, zone });
    expect(dateTimeIn(created.body.zone, created.body.startsAt)).toBe(shown);
  });
});

describe('9. NIP is masked, and never in a QR, a URL or a log', () => {
  test('no answer of any route holds it, nor does any log line', async () => {
    const nip = '198001012005011001';
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }], until: 'open' });
    const organizer = as('organizer');
    const answers = [
      await s.scan('Dinas A'),
      await s.sign('Dinas A'),
      await api.call(organizer, 'GET', '/api/regencies/16.04/units'),
      await api.call(organizer, 'GET', `${s.base}/invitations`),
      await api.call(organizer, 'GET', `${s.base}/coverage/units`),
      await api.call(null, 'GET', `/api/c/${s.token('Dinas A')}`),
    ];
    for (const { status, body } of answers) {
      expect(status).toBeLessThan(300);
      expect(JSON.stringify(body)).not.toContain(nip);
    }
    expect(answers[3]?.body.items[0].holder.nipMasked).toBe('1980••••••••••••••');
    expect(answers[3]?.body.items[0].link).not.toContain(nip);
    expect(api.logs.join('\n')).not.toContain(nip);
  });

  test('a QR, read as a door reads it, holds the address of the link and nothing of a person', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas A' }] });
    const shown = await api.call(as('organizer'), 'GET', `${s.base}/invitations/${s.id('Dinas A')}`);
    const app = createApp(api.deps);
    const bearer = { authorization: `Bearer ${await api.staff.token('organizer', '16.04')}` };
    const pictures = [
      await app.request(`/api/c/${s.token('Dinas A')}/qr.png`),
      await app.request(`${s.base}/invitations/${s.id('Dinas A')}/qr.png`, { headers: bearer }),
    ];
    for (const picture of pictures) {
      expect(await readQr(new Uint8Array(await picture.arrayBuffer()))).toEqual([shown.body.link.toUpperCase()]);
    }
    expect(shown.body.link).toMatch(/^https:\/\/hadir\.test\/c\/[a-z2-7]{39}$/i);
    expect(shown.body.link).not.toMatch(/198001012005011001|dinas|kepala/i);
  });

  test('a NIK is not taken anywhere', async () => {
    const { body } = await api.call(null, 'GET', '/api/openapi.json');
    expect(JSON.stringify(body)).not.toMatch(/"nik"/i);
  });
});

describe('10. people are matched by name without titles, case and dots, and titles are kept apart', () => {
  test.each([
    ['Drs. H. SAHABADI, M.Si.', 'Sahabadi'],
    ['dr. Siti Nurhaliza, Sp.A.', 'SITI NURHALIZA'],
    ['Ir. M. Yusuf, M.T.', 'M Yusuf'],
    ['Suharto', 'suharto'],
  ])('%s is %s', (written, plain) => {
    expect(matchKey(written)).toBe(matchKey(plain));
  });

  test('different people stay different', () => {
    expect(matchKey('Drs. Ahmad Yani')).not.toBe(matchKey('Drs. Ahmad Yasin'));
  });

  test('a signing sheet shows titles, and NIP and rank except of a Sekda; a delegate stands under their own name', async () => {
    const s = await startScenario(api, { units: [{ name: 'Dinas Tanda' }, { name: 'Dinas Wakil' }], until: 'open' });
    await s.sign('Dinas Tanda');
    await s.sign('Dinas Wakil', { who: 'delegate', signer: { name: 'Siti', office: 'Sekretaris Dinas' } });
    const { body } = await api.call(as('auditor'), 'GET', `${s.base}/signatures`);
    const person = (name: string) => body.items.find((item: { name: string }) => item.name === name).person;
    expect(person('Dinas Tanda')).toMatchObject({ name: 'Kepala Dinas Tanda', nipMasked: '1980••••••••••••••' });
    expect(person('Dinas Wakil')).toEqual({ name: 'Siti', office: 'Sekretaris Dinas' });
    const blocks = (shown: boolean, offices: readonly string[]) => {
      for (const office of offices) expect({ office, shown: showsNipAndRank(office) }).toEqual({ office, shown });
    };
    blocks(false, [
      'Sekretaris Daerah',
      'Sekda',
      'Bupati Lahat',
      'Wakil Bupati Lahat',
      'Wali Kota Metro',
      'Gubernur Lampung',
    ]);
    blocks(false, [
      'Pj. Bupati Lahat',
      'Plh. Sekretaris Daerah',
      'Pj Sekda Kabupaten Lahat',
      'Wakil Wali Kota Metro',
      'Bupati (Pj)',
    ]);
    blocks(true, [
      'Camat Lahat',
      'Plt. Kepala Dinas Sosial',
      'Sekretaris DPRD',
      'Staf Ahli Bupati',
      'Asisten Sekretaris Daerah',
    ]);
  });

  test('titles are split from the name and kept', () => {
    expect(splitTitles('Drs. H. SAHABADI, M.Si.')).toEqual({
      name: 'Sahabadi',
      titlesBefore: 'Drs. H.',
      titlesAfter: 'M.Si.',
    });
  });
});
