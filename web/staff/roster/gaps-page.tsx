/** What the register lacks: districts without a head, villages, vacant offices, one person with several. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { headOfDistrict } from '../../../functions/regencies/usual-labels.ts';
import type { RegisterGaps } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import {
  Choices,
  type Column,
  DataTable,
  Notice,
  PageHeader,
  type StatusIcon,
  StatusTag,
  type Tone,
  WhenLoaded,
} from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { officeHeld } from '../../shared/words.ts';
import { useClassName } from '../frame/class-name.ts';
import { may, useRegency, useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import { dayText } from './days.ts';
import { t } from './unit-texts.ts';
import { unitPath } from './use-unit.ts';

type District = RegisterGaps['districts'][number];
type Head = District['head'];

const heads: Record<Head, { tone: Tone; icon: StatusIcon; word: 'missing' | 'vacantTag' | 'actingTag' | 'heldTag' }> = {
  MISSING: { tone: 'bad', icon: 'alert', word: 'missing' },
  VACANT: { tone: 'warn', icon: 'draft', word: 'vacantTag' },
  ACTING: { tone: 'info', icon: 'clock', word: 'actingTag' },
  HELD: { tone: 'good', icon: 'check', word: 'heldTag' },
};
const headCodes = Object.keys(heads) as Head[];

/** Who heads a district: a camat, unless districts are called otherwise here. */
const useHeadWord = (): string => headOfDistrict(useRegency().labels.district)?.toLowerCase() ?? t('headOf');

/** The form for a unit, begun with what is known of the missing one. */
const addressOf = ({ code, name }: District, label: string): string => {
  const head = headOfDistrict(label);
  const known = {
    kelas: 'KECAMATAN',
    kecamatan: code,
    nama: `${label} ${name}`,
    jabatan: head ? `${head} ${name}` : '',
  };
  return `/staf/unit/baru?${new URLSearchParams(known)}`;
};

const useColumns = (): Column<District>[] => {
  const { labels } = useRegency();
  const organizer = may.organize(useStaff());
  return [
    {
      head: labels.district,
      rowHead: true,
      cell: ({ name, unit }) => (unit ? <a href={unitPath(unit)}>{name}</a> : name),
    },
    {
      head: t('headColumn'),
      cell: (district) => {
        const { tone, icon, word } = heads[district.head];
        return (
          <span class="tags">
            <StatusTag tone={tone} icon={icon} word={t(word)} />
            {organizer && district.head === 'MISSING' && (
              <a
                class="no-print"
                href={addressOf(district, labels.district)}
                aria-label={t('addHeadOf', { district: district.name })}
              >
                {t('addHead')}
              </a>
            )}
          </span>
        );
      },
    },
    {
      head: t('villages', { village: labels.village }),
      numeric: true,
      cell: ({ villages }) => t('ofAll', { n: number(villages.registered), all: number(villages.all) }),
    },
  ];
};

const Districts = ({ districts }: { districts: readonly District[] }) => {
  const { labels } = useRegency();
  const head = useHeadWord();
  const columns = useColumns();
  const count = (code: Head): number => districts.filter((district) => district.head === code).length;
  const missing = count('MISSING');
  const [shownHead, setShown] = useState<Head | 'ALL'>(missing ? 'MISSING' : 'ALL');
  const found = districts.filter((district) => shownHead === 'ALL' || district.head === shownHead);
  const { shown, button } = useMore(found, 60);
  const values = { head, district: labels.district.toLowerCase(), all: number(districts.length) };
  return (
    <section class="stack" aria-labelledby="per-wilayah">
      <Notice
        tone={missing ? 'warn' : 'good'}
        title={missing ? t('headsMissing', { ...values, n: number(missing) }) : t('headsComplete', values)}
      />
      <h2 id="per-wilayah">{t('heads', values)}</h2>
      <Choices
        id="tampilkan"
        label={t('show')}
        single
        inline
        chosen={[shownHead]}
        onChange={([value]) => setShown(value as Head | 'ALL')}
        choices={[
          { value: 'ALL', label: t('showAll', { n: number(districts.length) }) },
          ...headCodes.map((code) => ({
            value: code,
            label: `${t(heads[code].word)} (${number(count(code))})`,
            disabled: count(code) === 0,
          })),
        ]}
      />
      <DataTable
        caption={t('heads', values)}
        captionHidden
        columns={columns}
        rows={shown}
        rowKey={({ code }) => code}
      />
      {button}
    </section>
  );
};

interface ListPartProps<Item> {
  id: string;
  title: string;
  items: readonly Item[];
  children: (item: Item) => ComponentChildren;
}

const ListPart = <Item,>({ id, title, items, children }: ListPartProps<Item>) => {
  const { shown, button } = useMore(items);
  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h2 id={id}>{`${title} (${number(items.length)})`}</h2>
      {items.length ? <ul>{shown.map(children)}</ul> : <p class="soft">{t('noneOfKind')}</p>}
      {button}
    </section>
  );
};

const Gaps = ({ gaps }: { gaps: RegisterGaps }) => {
  const nameOf = useClassName();
  return (
    <div class="stack-wide">
      {gaps.districts.length > 0 && <Districts districts={gaps.districts} />}
      <ListPart id="lowong" title={t('vacantOffices')} items={gaps.vacant}>
        {({ id, office, class: unitClass }) => (
          <li key={id}>
            <a href={unitPath(id)}>{office}</a> <span class="small soft">{nameOf(unitClass)}</span>
          </li>
        )}
      </ListPart>
      <ListPart id="lewat" title={t('expiredOffices')} items={gaps.expired}>
        {({ id, office, acting, until }) => (
          <li key={id}>
            <a href={unitPath(id)}>{officeHeld(office, acting)}</a>{' '}
            <span class="small soft">{t('validUntil', { day: dayText(until) })}</span>
          </li>
        )}
      </ListPart>
      <ListPart id="rangkap" title={t('severalOffices')} items={gaps.severalOffices}>
        {({ name, units }) => (
          <li key={units[0]?.id}>
            {name} <span class="small soft">{t('severalCount', { n: number(units.length) })}</span>
            <ul>
              {units.map(({ id, office }) => (
                <li key={id}>
                  <a href={unitPath(id)}>{office}</a>
                </li>
              ))}
            </ul>
          </li>
        )}
      </ListPart>
      <p class="small soft">{gaps.attribution}</p>
    </div>
  );
};

export const GapsPage = () => {
  const { code } = useRegency();
  const loaded = useLoad(code, (signal) =>
    api('GET /api/regencies/:regency/register/gaps', { params: { regency: code }, signal }),
  );
  return (
    <>
      <PageHeader title={t('gapsTitle')} lead={t('gapsLead')} up={{ href: '/staf/unit', label: t('back') }} />
      <WhenLoaded loaded={loaded} lines={8}>
        {(gaps) => <Gaps gaps={gaps} />}
      </WhenLoaded>
    </>
  );
};
