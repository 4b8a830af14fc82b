import type { HolderShown } from '../../../functions/roster/unit-schema.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { t } from './texts.ts';

/** A holder as screens show one: name with titles, NIP masked by the API (rule 9), rank. */
export const Holder = ({ holder }: { holder: HolderShown | null | undefined }) => {
  if (!holder) return <span class="soft">{t('vacant')}</span>;
  const facts = [holder.rank, holder.nipMasked && `${t('nip')} ${holder.nipMasked}`].filter(Boolean);
  return (
    <span>
      {nameWithTitles(holder)}
      {facts.length > 0 && <span class="small soft block">{facts.join(' · ')}</span>}
    </span>
  );
};
