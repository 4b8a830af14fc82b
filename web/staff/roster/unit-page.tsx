/** One unit: who holds its office and how, who held it before, what is known of the unit. */
import { useState } from 'preact/hooks';
import type { HolderShown } from '../../../functions/roster/holder-schema.ts';
import { isExpired } from '../../../functions/roster/tenure.ts';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import {
  Button,
  Notice,
  PageHeader,
  ProblemNotice,
  StatusTag,
  SummaryList,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useAction, useLoad } from '../../shared/use-load.ts';
import { actingName, nameWithTitles, officeHeld } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { dayText, todayIn } from './days.ts';
import { nipWord } from './holder.tsx';
import { HolderActions, UnitActions } from './unit-actions.tsx';
import { HistoryPart } from './unit-history.tsx';
import { t } from './unit-texts.ts';
import { unitPath, useUnit } from './use-unit.ts';

interface PartProps {
  unit: UnitShown;
  reload: () => void;
}

const contactOf = ({ hasPhone, hasEmail }: HolderShown): string =>
  [hasPhone && t('hasPhone'), hasEmail && t('hasEmail')].filter(Boolean).join(', ') || t('noContact');

const Until = ({ holder }: { holder: HolderShown }) => {
  const { zone } = useRegency();
  if (holder.until === undefined) return null;
  return (
    <span class="tags">
      {dayText(holder.until)}
      {isExpired(holder, todayIn(zone)) && <StatusTag tone="warn" word={t('expiredTag')} />}
    </span>
  );
};

const HolderFacts = ({ unit, holder }: { unit: UnitShown; holder: HolderShown }) => (
  <SummaryList
    rows={[
      { term: t('office'), value: officeHeld(unit.office, holder.acting) },
      { term: t('name'), value: nameWithTitles(holder) },
      { term: nipWord(holder), value: holder.nipMasked },
      { term: t('rank'), value: holder.rank },
      { term: t('acting'), value: actingName(holder.acting) },
      { term: t('letter'), value: holder.letter },
      { term: t('since'), value: holder.from && dayText(holder.from) },
      { term: t('until'), value: holder.until && <Until holder={holder} /> },
      { term: t('contact'), value: contactOf(holder) },
    ]}
  />
);

const HolderPart = ({ unit, reload }: PartProps) => {
  const organizer = may.organize(useStaff());
  return (
    <section class="stack" aria-labelledby="pejabat">
      <h2 id="pejabat">{t('holderNow')}</h2>
      {unit.holder ? (
        <HolderFacts unit={unit} holder={unit.holder} />
      ) : (
        <Notice tone="info" title={t('isVacant')}>
          <p>{t('vacantText')}</p>
        </Notice>
      )}
      {organizer && <HolderActions unit={unit} onDone={reload} />}
    </section>
  );
};

/** Looked for when it is asked for: it takes the whole register. */
const OtherOffices = ({ unit }: { unit: UnitShown }) => {
  const { code } = useRegency();
  const [others, setOthers] = useState<{ id: string; office: string }[]>();
  const look = useAction(async () => {
    const gaps = await api('GET /api/regencies/:regency/register/gaps', { params: { regency: code } });
    const own = gaps.severalOffices.filter(({ units }) => units.some(({ id }) => id === unit.id));
    setOthers(own.flatMap(({ units }) => units.filter(({ id }) => id !== unit.id)));
  });
  if (others === undefined)
    return (
      <div class="row actions no-print">
        <Button look="second" busy={look.busy} onClick={() => void look.run()}>
          {t('severalAsk')}
        </Button>
        {look.problem && <ProblemNotice problem={look.problem} />}
      </div>
    );
  return (
    <section class="stack-tight" aria-labelledby="jabatan-lain" aria-live="polite">
      <h2 id="jabatan-lain">{t('several')}</h2>
      {others.length === 0 && <p>{t('severalNone')}</p>}
      <ul>
        {others.map(({ id, office }) => (
          <li key={id}>
            <a href={unitPath(id)}>{office}</a>
          </li>
        ))}
      </ul>
      <p class="small soft">{t('severalWhy')}</p>
    </section>
  );
};

const ParentLink = ({ id }: { id: string }) => {
  const { code } = useRegency();
  const { data, problem } = useLoad(`${code} ${id}`, (signal) =>
    api('GET /api/regencies/:regency/units/:unit', { params: { regency: code, unit: id }, signal }),
  );
  // The undoing of an import takes units away.
  if (problem?.code === 'UNIT_UNKNOWN') return <>{t('parentGone')}</>;
  return <a href={unitPath(id)}>{data?.name ?? '…'}</a>;
};

const FactsPart = ({ unit, reload }: PartProps) => {
  const { labels } = useRegency();
  const nameOf = useClassName();
  const organizer = may.organize(useStaff());
  return (
    <section class="stack" aria-labelledby="data-unit">
      <h2 id="data-unit">{t('facts')}</h2>
      <SummaryList
        rows={[
          { term: t('class'), value: nameOf(unit.class) },
          { term: labels.district, value: unit.districtName },
          { term: labels.village, value: unit.villageName },
          { term: t('code'), value: unit.code },
          { term: t('parent'), value: unit.parent && <ParentLink id={unit.parent} /> },
        ]}
      />
      {organizer && <UnitActions unit={unit} onDone={reload} />}
    </section>
  );
};

const Retired = ({ from }: { from: string }) => {
  const closed = from <= todayIn(useRegency().zone);
  return (
    <Notice tone="warn" title={t(closed ? 'retiredSince' : 'retiredFromDay', { day: dayText(from) })}>
      <p>{t('retiredText')}</p>
    </Notice>
  );
};

const Whole = ({ unit, reload }: PartProps) => {
  const nameOf = useClassName();
  const lead = [nameOf(unit.class), unit.districtName].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader title={unit.name} lead={lead} up={{ href: '/staf/unit', label: t('back') }} />
      <div class="stack-wide">
        {unit.retiredOn !== undefined && <Retired from={unit.retiredOn} />}
        <HolderPart unit={unit} reload={reload} />
        {unit.holder && <OtherOffices key={`${unit.id} ${unit.version}`} unit={unit} />}
        <HistoryPart unit={unit} />
        <FactsPart unit={unit} reload={reload} />
      </div>
    </>
  );
};

export const UnitPage = () => {
  const loaded = useUnit();
  return (
    <>
      {!loaded.data && <PageHeader title={t('unit')} up={{ href: '/staf/unit', label: t('back') }} />}
      <WhenLoaded loaded={loaded} lines={8}>
        {(unit) => <Whole unit={unit} reload={loaded.reload} />}
      </WhenLoaded>
    </>
  );
};
