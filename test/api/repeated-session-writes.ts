/** Repeated writes before the day: sessions, invitations, their answers and links, the text of a pledge. */
import {
  key,
  operator,
  pledge,
  type RepeatStage,
  regency,
  type SomeRepeats,
  unit,
  version,
  whole,
} from '../support/repeated-writes.ts';
import { sessionBody } from '../support/scenario.ts';

export const repeatedSessionWrites = ({ once, send, withAddress, withWave }: RepeatStage) =>
  ({
    createSession: [
      {
        because: key,
        call: () => send('POST', `${regency}/sessions`, sessionBody(), 'repeated-session'),
        again: { status: 200 },
      },
    ],
    editSession: [
      {
        because: version,
        until: 'draft',
        call: (s) => send('PUT', s.base, { ...sessionBody({ pledge }), version: 1 }),
        again: { status: 409, code: 'SESSION_CHANGED' },
      },
    ],
    moveSession: [
      { because: 'the path names the state to reach', until: 'draft', call: (s) => s.move('publish') },
      { because: 'the path names the state to reach', call: (s) => s.move('open') },
      { because: 'the path names the state to reach', until: 'open', call: (s) => s.move('close') },
      { because: 'the path names the state to reach', call: (s) => s.move('cancel') },
    ],
    invite: [
      {
        because: 'of each unit a session has one invitation, under the id of the unit',
        call: async (s) => {
          const { body } = await send('POST', `${regency}/units`, unit);
          return send('POST', `${s.base}/invitations`, { units: [body.id] }, 'repeated-units');
        },
        again: { invited: 0, alreadyInvited: 1 },
      },
      {
        because: key,
        call: (s) => {
          const guests = [{ office: 'Kapolres' }, { office: 'Kapolres' }];
          return send('POST', `${s.base}/invitations`, { guests }, 'repeated-guests');
        },
        again: { invited: 0, alreadyInvited: 2 },
      },
    ],
    copySession: [
      {
        because: key,
        call: async (s) => {
          await once(s, () => send('POST', `${s.base}/invitations`, { classes: ['OPD'] }, 'before-the-copy'));
          return send('POST', `${s.base}/copies`, { startsAt: '2024-09-05T09:00:00+07:00' }, 'repeated-copy');
        },
      },
    ],
    setWave: [
      {
        because: whole,
        call: async (s) => {
          await withWave(s);
          return send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/wave`, { wave: 'pagi' });
        },
      },
      {
        because: whole,
        call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/wave`, { wave: null }),
      },
    ],
    arrangeWaves: [
      {
        because: 'who has a wave keeps it',
        call: async (s) => {
          await withWave(s);
          return send('POST', `${s.base}/arrangement`, { by: 'DISTRICT' });
        },
        again: { assigned: 0 },
      },
    ],
    refreshInvitations: [
      {
        because: 'an invitation that says what the register says is not written',
        call: async (s) => {
          await withAddress(s);
          return send('POST', `${s.base}/invitations/refresh`);
        },
        again: { updated: 0 },
      },
    ],
    remind: [
      {
        because: 'who was claimed by this key is claimed already, and nobody is claimed again within a day',
        call: (s) => send('POST', `${s.base}/reminders`, {}, 'repeated-reminder'),
      },
    ],
    queueMail: [
      {
        because: 'of an invitation, a purpose and a code there is one mail',
        call: async (s) => {
          await withAddress(s);
          return send('POST', `${s.base}/mail`, { purpose: 'INVITE' });
        },
        again: { queued: 0, already: 1 },
      },
    ],
    revokeInvitation: [
      {
        because: 'the state to reach is in the path, and its time is the first one',
        call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/revoke`),
      },
    ],
    reissueInvitation: [
      {
        because: 'the version of the code to replace is in the request',
        call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/reissue`, { version: 1 }),
      },
    ],
    setSeat: [
      {
        because: whole,
        call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: 'A 1' }),
      },
      {
        because: whole,
        call: (s) => send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/seat`, { seat: null }),
      },
    ],
    answerInvitation: [
      {
        because: 'what is answered already is not answered again; the first phone is the one that is tied',
        call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/answer`, { kind: 'ATTENDING' }, undefined, null),
      },
      {
        because: 'the delegate who is named already keeps the code',
        call: (s) => {
          const body = { kind: 'DELEGATED', delegate: { name: 'Siti' } };
          return send('POST', `/api/c/${s.token('Dinas A')}/answer`, body, undefined, null);
        },
      },
    ],
    noteAnswer: [
      {
        because: 'what is answered already is not answered again',
        call: (s) => {
          const body = { kind: 'UNABLE', reason: 'Dinas luar' };
          return send('PUT', `${s.base}/invitations/${s.id('Dinas A')}/answer`, body, undefined, operator);
        },
      },
    ],
    releaseOwnLink: [
      {
        because: 'the state to reach is in the path',
        call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/release`, undefined, undefined, null),
      },
    ],
    releaseLink: [
      {
        because: 'the state to reach is in the path',
        call: (s) => send('POST', `${s.base}/invitations/${s.id('Dinas A')}/release`, undefined, undefined, operator),
      },
    ],
    askForHelp: [
      {
        because: 'the first call stands until it is settled',
        call: (s) => send('POST', `/api/c/${s.token('Dinas A')}/help`, { note: 'Ganti ponsel' }, undefined, null),
      },
    ],
    putPledgeText: [
      {
        because: whole,
        call: () => {
          const text = { form: 'PAKTA', title: 'Pakta', opening: 'Kami', points: ['Satu'], closing: 'Selesai' };
          return send('PUT', `${regency}/pledge-texts/pakta-ulang/1`, text);
        },
      },
    ],
  }) satisfies SomeRepeats;
