/** Repeated writes of the day itself: doors, check-ins, conflicts, signatures and readings. */
import { expect } from 'vitest';
import { makePairingCode } from '../../functions/doors/pairing-code.ts';
import { makeReaderCode } from '../../functions/pledges/reader-code.ts';
import { makePrintCode } from '../../functions/venue/venue-code.ts';
import { pair } from '../support/doors.ts';
import { key, nonce, operator, type RepeatStage, type SomeRepeats, whole } from '../support/repeated-writes.ts';
import type { Scenario } from '../support/scenario.ts';

const instant = '2024-06-20T09:00:00+07:00';
const phone = 'a-phone-of-its-own';
/** By the printed code, which is good a minute later too. */
const openVenue = ({ api, send }: RepeatStage, s: Scenario) =>
  send('POST', `/api/venue/${makePrintCode(api().keys, s.session)}`, { phone }, undefined, null);

export const repeatedHallWrites = (stage: RepeatStage) => {
  const { api, device, doorOf, once, send } = stage;
  let began: string | undefined;
  const planReading = (s: Scenario) =>
    send('PUT', `${s.base}/readings/utama`, { reader: { name: 'Budi', office: 'Camat' } }, undefined, operator);
  return {
    createDoor: [
      {
        because: key,
        call: (s) => send('POST', `${s.base}/doors`, { name: 'Pintu A' }, 'repeated-door'),
        again: { status: 200, asOf: expect.any(String) },
      },
    ],
    pairDoor: [
      {
        because: 'the device names itself by the secret that it made, and is the door already',
        call: async (s) => {
          const { body } = await send('POST', `${s.base}/doors`, { name: 'Pintu A' }, 'repeated-pairing');
          const code = makePairingCode(api().keys, { session: s.session, door: body.id });
          return pair(api(), code, await device);
        },
        again: { receivedAt: expect.any(String) },
      },
    ],
    contactDoor: [
      {
        because: 'what the device said last is all that is kept',
        call: async (s) => {
          const { as: caller } = await doorOf(s);
          const said = { sentAt: instant, clockOffsetMs: 12, unsent: 3, appVersion: '2.0.0' };
          return send('POST', `${s.base}/door/contact`, said, undefined, caller);
        },
        again: { receivedAt: expect.any(String), answeredAt: expect.any(String) },
      },
    ],
    cutOffDoor: [
      {
        because: 'the state to reach is in the path, and its time is the first one',
        call: async (s) => send('POST', `${s.base}/doors/${(await doorOf(s)).id}/cut-off`),
        again: { asOf: expect.any(String) },
      },
    ],
    putLetter: [
      {
        because: nonce,
        call: async (s) => {
          const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
          return send('PUT', `${s.base}/letters/repeated-letter`, jpeg, undefined, (await doorOf(s)).as);
        },
      },
    ],
    uploadDoorFile: [
      {
        because: 'the nonce of each of its scans names it',
        until: 'open',
        call: async (s) => {
          const { id, device: signer } = await doorOf(s);
          const scan = { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-in-file', scannedAt: instant };
          const file = {
            format: 'hadir-door-scans-1',
            session: s.session,
            door: id,
            exportedAt: instant,
            entries: [scan],
          };
          return send('POST', `${s.base}/door-files`, new TextEncoder().encode(await signer.sign(file)));
        },
        again: { receivedAt: expect.any(String), answers: [expect.objectContaining({ result: 'replayed' })] },
      },
    ],
    checkIn: [
      {
        because: nonce,
        until: 'open',
        call: (s) => s.scan('Dinas A', { nonce: 'repeated-scan', scannedAt: instant, sentAt: instant }),
        again: { status: 200, result: 'replayed' },
      },
      {
        because: 'a guest’s invitation is made from the nonce',
        until: 'open',
        call: (s) => {
          const scan = { guest: { office: 'Ketua RT', name: 'Budi' }, nonce: 'repeated-guest' };
          return send(
            'POST',
            `${s.base}/check-ins`,
            { ...scan, scannedAt: instant, sentAt: instant },
            undefined,
            operator,
          );
        },
        again: { status: 200, result: 'replayed' },
      },
      {
        because: nonce,
        until: 'open',
        call: (s) => {
          const scan = { group: { count: 40, label: 'Siswa' }, nonce: 'repeated-group' };
          return send(
            'POST',
            `${s.base}/check-ins`,
            { ...scan, scannedAt: instant, sentAt: instant },
            undefined,
            operator,
          );
        },
      },
    ],
    openVenue: [
      {
        because: 'it writes nothing; each answer is a pass of its own five minutes',
        until: 'open',
        call: (s) => openVenue(stage, s),
        again: { pass: expect.any(String), passUntil: expect.any(String) },
      },
    ],
    venueCheckIn: [
      {
        because: nonce,
        until: 'open',
        call: async (s) => {
          const { pass } = (await openVenue(stage, s)).body;
          const body = { pass, phone, nonce: 'repeated-venue' };
          return send('POST', `/api/c/${s.token('Dinas A')}/venue-check-in`, body, undefined, null);
        },
        again: { status: 200, result: 'replayed' },
      },
    ],
    checkInBatch: [
      {
        because: 'each entry bears its own nonce',
        until: 'open',
        call: (s) => {
          const scanned = { scannedAt: instant, who: 'holder' };
          const entries = [
            { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-1', ...scanned },
            { kind: 'scan', token: 'nonsense', nonce: 'repeated-batch-2', ...scanned },
            { kind: 'scan', guest: { office: 'Ketua RT' }, nonce: 'repeated-batch-3', ...scanned },
            { kind: 'scan', group: { count: 12 }, nonce: 'repeated-batch-4', ...scanned },
            { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-5', ...scanned, shown: 'ADMITTED' },
            { kind: 'scan', token: s.token('Dinas A'), nonce: 'repeated-batch-6', ...scanned, shown: 'ALREADY' },
          ];
          return send('POST', `${s.base}/check-in-batches`, { sentAt: instant, entries }, undefined, operator);
        },
        again: {
          receivedAt: expect.any(String),
          answers: ['replayed', 'refused', 'replayed', 'counted', 'already', 'already'].map((result) =>
            expect.objectContaining({ result }),
          ),
        },
      },
    ],
    undoCheckIn: [
      {
        because: 'the nonce of the scan to take back is in the request, and what is taken back is known',
        until: 'open',
        call: async (s) => {
          await once(s, () => s.scan('Dinas A', { nonce: 'scan-to-undo' }));
          const path = `${s.base}/invitations/${s.id('Dinas A')}/undo`;
          return send('POST', path, { of: 'scan-to-undo', reason: 'Salah orang' });
        },
      },
    ],
    correctCheckIn: [
      {
        because: whole,
        until: 'open',
        call: async (s) => {
          await once(s, () => s.scan('Dinas A', { nonce: 'scan-to-correct' }));
          const path = `${s.base}/invitations/${s.id('Dinas A')}/attendance`;
          return send('PUT', path, { of: 'scan-to-correct', who: 'delegate', delegate: { name: 'Siti' } });
        },
      },
    ],
    decideConflict: (['KEEP', 'TAKE_OTHER'] as const).map((decision) => ({
      because: 'the decision is in the request, and a decided conflict stays as it was decided',
      until: 'open' as const,
      call: async (s: Scenario) => {
        await once(s, async () => {
          await s.scan('Dinas A', { door: 'Pintu A' });
          await s.scan('Dinas A', { door: 'Pintu B', nonce: 'scan-in-conflict', shown: 'ADMITTED' });
        });
        return send('POST', `${s.base}/conflicts/${s.id('Dinas A')}-scan-in-conflict/decision`, { decision });
      },
    })),
    recordSignature: [
      {
        because: nonce,
        until: 'open',
        call: (s) => s.sign('Dinas A', { nonce: 'repeated-signature' }),
        again: { status: 200, result: 'replayed' },
      },
      {
        because: nonce,
        until: 'open',
        call: (s) => s.sign('Dandim', { nonce: 'repeated-witness', role: 'WITNESS' }),
        again: { status: 200, result: 'replayed' },
      },
    ],
    signByLink: [
      {
        because: nonce,
        until: 'open',
        call: (s) => {
          const body = { nonce: 'repeated-link', hash: s.hash, who: 'holder' };
          return send('POST', `/api/c/${s.token('Dinas A')}/signatures`, body, undefined, null);
        },
        again: { status: 200, result: 'replayed' },
      },
    ],
    putReading: [
      {
        because: 'the client names the reading',
        until: 'open',
        call: (s) => {
          // A moment of the session, the same one when it is said again.
          began ??= api().clock.now.toISOString();
          const reading = { reader: { name: 'Budi', office: 'Camat' }, startedAt: began };
          return send('PUT', `${s.base}/readings/utama`, reading, undefined, operator);
        },
      },
      {
        because: 'the client names the reading, planned',
        until: 'open',
        call: (s) => planReading(s),
      },
    ],
    moveReading: (['start', 'end', 'void'] as const).map((move) => ({
      because: `the state to reach is in the path, and its time is the first one: ${move}`,
      until: 'open',
      call: async (s) => {
        await once(s, async () => {
          await planReading(s);
          if (move === 'end')
            await send('POST', `${s.base}/readings/utama/moves/start`, undefined, undefined, operator);
        });
        return send('POST', `${s.base}/readings/utama/moves/${move}`, undefined, undefined, operator);
      },
    })),
    moveOwnReading: [
      {
        because: 'the state to reach is in the path, and its time is the first one',
        until: 'open',
        call: async (s) => {
          await once(s, () => planReading(s));
          const code = makeReaderCode(api().keys, s.session, 'utama');
          return send('POST', `/api/b/${code}/moves/start`, undefined, undefined, null);
        },
      },
    ],
    putSigningOrder: [
      {
        because: 'it replaces one version only, and the second finds its own change there',
        call: (s) => {
          const order = [s.id('Dandim'), s.id('Dinas A')];
          return send('PUT', `${s.base}/signing-order`, { version: 0, order }, undefined, operator);
        },
      },
    ],
  } satisfies SomeRepeats;
};
