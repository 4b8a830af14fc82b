/** The public check after somebody changed the table: what is sealed is what is shown, and the difference is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitationKey } from '../../functions/platform/keys.ts';
import { startTestApi, type TestApi } from '../support/api.ts';
import { fillHall, type Hall, minute, provenBy, startHall } from '../support/sealed-hall.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const closedHall = async (): Promise<Hall> => {
  api.clock.now = new Date('2024-06-27T01:00:00Z');
  const hall = await startHall(api);
  await fillHall(hall);
  expect((await hall.close()).status).toBe(200);
  hall.later(minute);
  return hall;
};

/** What these tests look into of an invitation as it lies in the table. */
interface Stored {
  holder: { name: string };
  checkIn?: { delegate: { name: string } };
  signedHolder?: { at: string };
  signedDelegate: { signer: { name: string } };
  erasedAt?: string;
}

/** As whoever has the table can: past every rule of the product. */
const tamper = async (hall: Hall, name: string, change: (item: Stored) => void): Promise<void> => {
  const key = invitationKey(hall.session, hall.id(name));
  const item = await api.engine.table.get(key, { consistent: true });
  if (!item) throw new Error('no such item');
  change(item as unknown as Stored);
  await api.engine.table.put({ ...item, ...key });
};

describe('a table that was changed after sealing', () => {
  test('another name: the sealed one is shown, and that the table has another', async () => {
    const hall = await closedHall();
    await tamper(hall, 'Dinas A', ({ holder }) => {
      holder.name = 'Orang Lain';
    });
    const { body } = await hall.check('Dinas A');
    expect(body).toMatchObject({ person: 'Kepala Dinas A', standing: 'VALID', differs: ['NAME'] });
    expect(JSON.stringify(body)).not.toContain('Orang Lain');
    await hall.seal();
    // Sealed since, it is the last word; that the first seal has another name is told.
    expect((await hall.check('Dinas A')).body).toMatchObject({ person: 'Orang Lain', differs: ['RESEALED'] });
  });

  test('a delegate’s, in the signature and at the door', async () => {
    const hall = await closedHall();
    await tamper(hall, 'Dinas B', ({ checkIn, signedDelegate }) => {
      if (checkIn) checkIn.delegate.name = 'Orang Lain';
      signedDelegate.signer.name = 'Orang Lain';
    });
    const { body } = await hall.check('Dinas B', 'DELEGATE');
    expect(body).toMatchObject({ person: 'Siti Nurhaliza', differs: ['NAME'] });
  });

  test('records taken out still stand: nothing is withdrawn that no undo proves', async () => {
    const hall = await closedHall();
    const before = provenBy((await hall.check('Dinas A')).body);
    await tamper(hall, 'Dinas A', (item) => {
      delete item.checkIn;
      delete item.signedHolder;
    });
    const { body } = await hall.check('Dinas A');
    expect(body).toMatchObject({ standing: 'VALID', differs: ['RECORDS'] });
    expect(provenBy(body)).toEqual(before);
  });

  test('another time of a signature, sealed as an addendum: both are shown', async () => {
    const hall = await closedHall();
    await tamper(hall, 'Dinas A', ({ signedHolder }) => {
      if (signedHolder) signedHolder.at = '2024-06-27T01:02:30.000Z';
    });
    await hall.seal();
    const { body } = await hall.check('Dinas A');
    expect(body.proofs.filter(({ what }: { what: string }) => what === 'SIGNATURE')).toHaveLength(2);
    expect(body.differs).toEqual(['RECORDS']);
  });

  test('an erasure is told only where it is sealed', async () => {
    const hall = await closedHall();
    await tamper(hall, 'Dinas A', (item) => {
      item.erasedAt = '2024-06-27T02:00:00.000Z';
    });
    expect(provenBy((await hall.check('Dinas A')).body)).not.toHaveProperty('ERASURE');
    await hall.erase('Dinas B');
    expect(provenBy((await hall.check('Dinas B', 'DELEGATE')).body)).toMatchObject({ ERASURE: true });
  });
});
