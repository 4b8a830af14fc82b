import type { HolderShown } from '../../../functions/roster/holder-schema.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { t } from './unit-texts.ts';

/** What the number is called by its kind. */
export const nipWord = ({ nipKind }: HolderShown): string => t(nipKind === 'PPPK' ? 'niPppk' : 'nip');

/** The number's kind and its first four digits, as the API shows it (rule 9): `NIP 1980••••••••••••••`. */
export const nipText = (holder: HolderShown): string | undefined =>
  holder.nipMasked && `${nipWord(holder)} ${holder.nipMasked}`;

/** A holder as screens show one: name with titles, NIP masked by the API (rule 9), rank. */
export const Holder = ({ holder }: { holder: HolderShown | null | undefined }) => {
  if (!holder) return <span class="soft">{t('vacant')}</span>;
  const nip = nipText(holder);
  return (
    <span>
      {nameWithTitles(holder)}
      {holder.rank && <span class="small soft block">{holder.rank}</span>}
      {nip && <span class="small soft block nowrap">{nip}</span>}
    </span>
  );
};
