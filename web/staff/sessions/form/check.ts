/** What is missing, before anything is sent; the ids are those that the API's pointers lead to. */
import type { FormError } from '../../../shared/ui/index.ts';
import { waveDays } from './arrangement-draft.ts';
import type { SessionDraft } from './draft.ts';
import { t } from './texts.ts';

type Check = [missing: boolean, id: string, text: string];

const blank = (text: string): boolean => !text.trim();

const agendaChecks = ({ agenda }: SessionDraft): Check[] =>
  agenda.flatMap((item, index) => [
    [blank(item.title), `agenda-${index}-title`, t('needItemTitle', { n: index + 1 })] as Check,
    ...item.speakers.flatMap((speaker, at): Check[] => [
      [blank(speaker.office), `agenda-${index}-speakers-${at}-office`, t('needSpeakerOffice', { n: index + 1 })],
      [
        blank(speaker.institution),
        `agenda-${index}-speakers-${at}-institution`,
        t('needInstitution', { n: index + 1 }),
      ],
    ]),
  ]);

export const variableLabel = (name: string): string => {
  if (name === 'instance' || name === 'election' || name === 'year') return t(`variable_${name}`);
  return t('variable', { name });
};

const pledgeChecks = (draft: SessionDraft, variables: readonly string[]): Check[] => {
  if (!draft.pledgeText) return [];
  return [
    ...variables.map(
      (name): Check => [
        blank(draft.variables[name] ?? ''),
        `pledge-variables-${name}`,
        t('needVariable', { label: variableLabel(name) }),
      ],
    ),
    [draft.pledgeClasses.length === 0, 'pledge-classes', t('needPledgeClasses')],
  ];
};

const openerChecks = ({ opener }: SessionDraft): Check[] => [
  [blank(opener.office) && (!blank(opener.name) || opener.isDelegate), 'opener-office', t('needOpenerOffice')],
  [opener.isDelegate && blank(opener.delegateOffice), 'opener-delegateOf-office', t('needDelegateOffice')],
];

const wholeNumber = (text: string): boolean => /^[1-9]\d{0,4}$/.test(text.trim());

const placeChecks = ({ venue }: SessionDraft): Check[] => [
  [!blank(venue.map) && !/^https:\/\/[^\s/@]+\.[^\s/@]+/.test(venue.map.trim()), 'venue-map', t('wrongMap')],
  [!blank(venue.capacity) && !wholeNumber(venue.capacity), 'venue-capacity', t('wrongNumber')],
];

/** Each wave has a name and both times, within the session. */
const waveChecks = ({ waves, startsAt, endsAt }: SessionDraft): Check[] => {
  const outside = (local: string): boolean => startsAt !== '' && endsAt !== '' && (local < startsAt || local > endsAt);
  return waves.flatMap((wave, index): Check[] => {
    const { label, from, to, capacity } = wave;
    const id = `waves-${index}`;
    const n = index + 1;
    const days = waveDays(wave, { startsAt, endsAt });
    const [start, end] = [`${days.first}T${from}`, `${days.last}T${to}`];
    return [
      [blank(label), `${id}-label`, t('needWaveLabel', { n })],
      [!from, `${id}-startsAt`, t('needWaveTimes', { n })],
      [!to, `${id}-endsAt`, t('needWaveTimes', { n })],
      [from !== '' && to !== '' && start >= end, `${id}-endsAt`, t('waveEndBeforeStart', { n })],
      [from !== '' && outside(start), `${id}-startsAt`, t('waveOutside', { n })],
      [to !== '' && start < end && outside(end), `${id}-endsAt`, t('waveOutside', { n })],
      [!blank(capacity) && !wholeNumber(capacity), `${id}-capacity`, t('wrongNumber')],
    ];
  });
};

const letterChecks = ({ letter: { signer } }: SessionDraft): Check[] => [
  [blank(signer.office) && !blank(signer.name), 'letter-signer-office', t('needSignerOffice')],
];

export const checkDraft = (draft: SessionDraft, variables: readonly string[]): FormError[] => {
  const checks: Check[] = [
    [blank(draft.title), 'title', t('needTitle')],
    [blank(draft.organizer), 'organizer', t('needOrganizer')],
    ...openerChecks(draft),
    [!draft.startsAt, 'startsAt', t('needStart')],
    [!draft.endsAt, 'endsAt', t('needEnd')],
    [draft.startsAt !== '' && draft.endsAt !== '' && draft.startsAt >= draft.endsAt, 'endsAt', t('endBeforeStart')],
    [blank(draft.venue.name), 'venue-name', t('needVenue')],
    [!draft.venue.region, 'venue-region', t('needRegion')],
    ...placeChecks(draft),
    ...waveChecks(draft),
    ...agendaChecks(draft),
    [draft.classes.length === 0, 'classes', t('needClasses')],
    ...pledgeChecks(draft, variables),
    ...letterChecks(draft),
  ];
  return checks.filter(([missing]) => missing).map(([, id, text]) => ({ id, text }));
};
