/** What is to know of a version beside its wording. */
import { shortDateIn } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { useClassName } from '../frame/class-name.ts';
import { useRegency } from '../frame/staff.ts';
import { type PledgeText, whyNotFor } from './eligible.ts';
import { t } from './texts.ts';

export const LockTag = ({ text: { lockedAt } }: { text: PledgeText }) => {
  const { zone } = useRegency();
  if (lockedAt === null) return <StatusTag tone="info" icon="draft" word={t('open')} />;
  return <StatusTag tone="plain" icon="lock" word={t('lockedSince', { time: shortDateIn(zone, lockedAt) })} />;
};

/** Civil servants or others, too, and of which classes: those that it is really for. */
export const ForWhom = ({ text }: { text: PledgeText }) => {
  const nameOf = useClassName();
  if (!text.eligibility) return <>{t('everyClass')}</>;
  const { staff, classes } = text.eligibility;
  return (
    <div>
      {t(staff)}
      <span class="small soft block">
        {classes
          .filter((code) => whyNotFor(text, code) === undefined)
          .map(nameOf)
          .join(', ')}
      </span>
    </div>
  );
};
