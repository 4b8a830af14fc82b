/** Repeated writes after the day: follow-ups, nil statements, make-up sessions. */
import { makeFollowUpId } from '../../functions/platform/ids.ts';
import { key, type RepeatStage, regency, type SomeRepeats } from '../support/repeated-writes.ts';
import type { Scenario } from '../support/scenario.ts';

const made = 'it names the version that it was made at, and what stands there is what it has left behind';

const followUp = { kind: 'OUTREACH', phase: 'BEFORE', text: 'Sosialisasi kepada staf', due: '2024-07-01' };
const statement = {
  from: '2024-06-01',
  to: '2024-06-10',
  subject: 'pelanggaran netralitas ASN',
  source: 'Inspektorat, register pengaduan 2024',
  place: 'Lahat',
  dated: '2024-06-11',
  signer: { office: 'Inspektur', name: 'Hadi', nip: '198001012005011001' },
};

export const repeatedFollowUpWrites = ({ once, send }: RepeatStage) => {
  /** A follow-up of this scenario's own call. */
  const noted = async (s: Scenario): Promise<string> => {
    const [unit, name] = [s.id('Dinas A'), `before-the-move-${s.session}`];
    await send('POST', `${regency}/follow-ups`, { ...followUp, units: [unit] }, name);
    return makeFollowUpId('16.04', name, unit);
  };
  const moved = async (s: Scenario, move: object) =>
    send('POST', `${regency}/follow-ups/${await noted(s)}/moves`, { version: 1, ...move });
  const done = { move: 'done', on: '2024-06-19', note: 'Sudah dilaksanakan' };

  const drafted = async (s: Scenario): Promise<string> =>
    (await send('POST', `${regency}/nil-statements`, statement, `before-the-move-${s.session}`)).body.id;

  return {
    createFollowUps: [
      {
        because: key,
        call: () => send('POST', `${regency}/follow-ups`, { ...followUp, classes: ['OPD'] }, 'repeated-follow-ups'),
      },
      {
        because: key,
        call: () => send('POST', `${regency}/follow-ups`, { ...followUp, regency: true }, 'repeated-whole-regency'),
      },
    ],
    moveFollowUp: [
      { because: made, call: (s) => moved(s, done) },
      { because: made, call: (s) => moved(s, { move: 'withdraw', reason: 'Salah unit' }) },
      {
        because: made,
        call: async (s) => {
          const id = await noted(s);
          const path = `${regency}/follow-ups/${id}/moves`;
          await send('POST', path, { version: 1, ...done });
          return send('POST', path, { version: 2, move: 'reopen' });
        },
      },
    ],
    createNilStatement: [
      { because: key, call: () => send('POST', `${regency}/nil-statements`, statement, 'repeated-nil-statement') },
    ],
    moveNilStatement: [
      {
        because: made,
        call: async (s) =>
          send('POST', `${regency}/nil-statements/${await drafted(s)}/moves`, {
            version: 1,
            move: 'sign',
            on: '2024-06-12',
            method: 'BY_HAND',
            reference: 'Map nihil 2024',
          }),
      },
      {
        because: made,
        call: async (s) => {
          const path = `${regency}/nil-statements/${await drafted(s)}/moves`;
          return send('POST', path, { version: 1, move: 'withdraw', reason: 'Salah periode' });
        },
      },
    ],
    makeUpSession: [
      {
        because: key,
        until: 'open',
        call: async (s) => {
          await once(s, () => s.move('close'));
          return send('POST', `${s.base}/make-ups`, { startsAt: '2024-07-04T09:00:00+07:00' }, 'repeated-make-up');
        },
      },
    ],
  } satisfies SomeRepeats;
};
