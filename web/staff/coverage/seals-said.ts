/** On paper: under which seal the sessions of a period lie. */
import { number } from '../../shared/format.ts';
import { dictionary } from '../../shared/i18n.ts';
import type { RegencyCoverage } from './place.ts';

const t = dictionary({
  seal: ['segel nomor {n}, akar {root}…', 'seal number {n}, root {root}…'],
  notSealed: ['belum disegel', 'not sealed yet'],
  sealedOf: ['{n} dari {m} kegiatan yang selesai sudah disegel', '{n} of {m} finished sessions are sealed'],
});

type Session = Pick<RegencyCoverage['sessions'][number], 'state' | 'seal'>;

/** Of one session alone its seal, of more how many of those that are closed are sealed; undefined while none is closed. */
export const sealsSaid = (sessions: readonly Session[]): string | undefined => {
  const closed = sessions.filter(({ state }) => state === 'CLOSED');
  if (closed.length === 0) return undefined;
  const sealed = closed.flatMap(({ seal }) => seal ?? []);
  if (sessions.length > 1) return t('sealedOf', { n: number(sealed.length), m: number(closed.length) });
  const [seal] = sealed;
  if (!seal) return t('notSealed');
  return t('seal', { n: number(seal.number), root: `${seal.root.slice(0, 8)} ${seal.root.slice(8, 16)}` });
};
