import type { HolderShown } from '../../../functions/roster/unit-schema.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { t } from './texts.ts';

/** A holder as screens show one: name with titles, NIP masked by the API (rule 9), rank. */
export const Holder = ({ holder }: { holder: HolderShown | null | undefined }) => {
  if (!holder) return <span class="soft">{t('vacant')}</span>;
  const { rank, nipMasked } = holder;
  return (
    <span>
      {nameWithTitles(holder)}
      {rank && <span class="small soft block">{rank}</span>}
      {nipMasked && (
        <span class="small soft block nowrap">
          {t('nip')} {nipMasked}
        </span>
      )}
    </span>
  );
};
