/** Repeated writes of the register: settings, units and imports. */
import { aPng } from '../support/pictures.ts';
import { key, type RepeatStage, regency, type SomeRepeats, unit, version } from '../support/repeated-writes.ts';

const roster = new TextEncoder().encode('NAMA,JABATAN,UNIT KERJA\nBudi,Kepala Dinas Sosial,Dinas Sosial\n');
const unsureRoster = new TextEncoder().encode('1,2,3\n4,5,6\n');

/** The version of the regency's settings before the first call. */
let settingsVersion = 0;

export const repeatedRosterWrites = ({ once, send }: RepeatStage) =>
  ({
    putRegency: [
      {
        because: 'it replaces one version only, and what stands there as it was sent is done',
        call: async (s) => {
          await once(s, async () => {
            settingsVersion = (await send('GET', regency)).body.version;
          });
          const settings = { name: 'Lahat', zone: 'WIB', letterhead: { lines: ['PEMERINTAH'] } };
          return send('PUT', regency, { ...settings, version: settingsVersion });
        },
      },
    ],
    putEmblem: [
      { because: 'it puts the same picture in its own place', call: () => send('PUT', `${regency}/emblem`, aPng()) },
    ],
    removeEmblem: [
      {
        because: 'what is not there stays away',
        call: async () => {
          await send('PUT', `${regency}/emblem`, aPng());
          return send('DELETE', `${regency}/emblem`);
        },
      },
    ],
    createUnit: [
      {
        because: 'the id is made from what makes it that unit',
        call: () => send('POST', `${regency}/units`, unit),
        again: { status: 200 },
      },
    ],
    editUnit: [
      {
        because: version,
        call: (s) => send('PUT', `${regency}/units/${s.id('Dinas A')}`, { ...unit, name: 'Dinas Berubah', version: 1 }),
        again: { status: 409, code: 'UNIT_CHANGED' },
      },
    ],
    changeHolder: [
      {
        because: version,
        call: async () => {
          const { body } = await send('POST', `${regency}/units`, { ...unit, name: 'Dinas Lowong' });
          const to = { change: 'REPLACE', holder: { name: 'Budi Santoso' } };
          return send('POST', `${regency}/units/${body.id ?? body.unit}/holder`, { version: 1, to });
        },
        again: { status: 409, code: 'UNIT_CHANGED' },
      },
    ],
    planImport: [
      { because: key, call: () => send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-import') },
      {
        because: 'a file whose columns are not sure is kept under its key too',
        call: () => send('POST', `${regency}/imports?file=daftar.csv`, unsureRoster, 'repeated-unsure-import'),
      },
    ],
    writeImportPart: [
      {
        because: 'what writing the part came to is kept, and every unit is written over the version that the plan saw',
        call: async () => {
          const { body } = await send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-part-written');
          return send('POST', `${regency}/imports/${body.id}/parts/0/write`);
        },
      },
    ],
    takeBackImportPart: [
      {
        because:
          'what taking the part back came to is kept, and a unit is put back over the version that the import wrote',
        call: async (s) => {
          const { body } = await send('POST', `${regency}/imports?file=daftar.csv`, roster, 'repeated-part-taken-back');
          const part = `${regency}/imports/${body.id}/parts/0`;
          await once(s, () => send('POST', `${part}/write`));
          return send('POST', `${part}/take-back`);
        },
      },
    ],
    annotateRoster: [
      {
        because: 'it writes nothing',
        call: async () => {
          const reply = await send('POST', `${regency}/imports/annotate`, roster);
          return { ...reply, body: { file: reply.body } };
        },
      },
    ],
    putImportMemory: [
      {
        because: 'what is said is known once, by the titles and by the spelling',
        call: () =>
          send('PUT', `${regency}/import-memory`, {
            mappings: [{ titles: ['A', 'B'], columns: { unit: 'A', name: 'B' } }],
            districts: { 'Kikim Slatan': '16.04.01' },
          }),
      },
    ],
  }) satisfies SomeRepeats;
