/** The doors one by one: how each stands, when it was last heard of, what it still holds. */
import type { Zone } from '../../../functions/platform/base-schema.ts';
import { clockIn, dateTimeIn, number, percent, preciseClockIn } from '../../shared/format.ts';
import { Button, type Column, DataTable, type StatusIcon, StatusTag, type Tone } from '../../shared/ui/index.ts';
import { ago } from '../frame/ago.ts';
import { type DoorShown, type DoorStanding, minutesFast, standingOf } from './door-rules.ts';
import { t } from './texts.ts';

const looks: Record<DoorStanding, [Tone, StatusIcon]> = {
  WAITING: ['info', 'clock'],
  EXPIRED: ['plain', 'ban'],
  PAIRED: ['good', 'check'],
  QUIET: ['warn', 'alert'],
  CUT_OFF: ['bad', 'ban'],
};

const Standing = ({ door, zone }: { door: DoorShown; zone: Zone }) => {
  const standing = standingOf(door);
  const [tone, icon] = looks[standing];
  const about =
    standing === 'WAITING' && door.pairing
      ? t('codeUntil', { time: clockIn(zone, door.pairing.expiresAt) })
      : door.cutOffAt && t('since', { time: clockIn(zone, door.cutOffAt) });
  return (
    <>
      {door.name}
      <span class="block door-state">
        <StatusTag tone={tone} icon={icon} word={t(standing)} />
      </span>
      {about && <span class="small soft block regular">{about}</span>}
    </>
  );
};

const Soft = ({ children }: { children: string }) => <span class="soft">{children}</span>;

/** Nothing is known yet; on a phone the line is then left out. */
const Nothing = () => <span class="soft nothing">–</span>;

const Contact = ({ door, zone }: { door: DoorShown; zone: Zone }) => {
  const at = door.contact?.at;
  if (!at) return <Soft>{t('never')}</Soft>;
  return (
    <span class="nowrap">
      {ago(Date.parse(door.asOf), at)}
      <time class="small soft block" dateTime={at} title={dateTimeIn(zone, at)}>
        {preciseClockIn(zone, at)}
      </time>
    </span>
  );
};

const lowBattery = 0.15;

const Battery = ({ level }: { level: number | undefined }) => {
  if (level === undefined) return <Soft>{t('batteryUnknown')}</Soft>;
  const words = t('battery', { level: percent(Math.round(level * 100), 100) });
  return level > lowBattery ? <span>{words}</span> : <StatusTag tone="warn" icon="alert" word={words} />;
};

const Unsent = ({ door }: { door: DoorShown }) => {
  const held = door.contact?.unsent;
  if (held === undefined) return <Nothing />;
  return held === 0 ? <span>0</span> : <StatusTag tone="warn" icon="alert" word={number(held)} />;
};

const clockWords = (door: DoorShown): string => {
  const offset = door.contact?.clockOffsetMs;
  const fast = offset === undefined ? 0 : minutesFast(offset);
  if (fast === 0) return t('clockAny');
  return fast > 0 ? t('clockFast', { n: number(fast) }) : t('clockSlow', { n: number(-fast) });
};

const Clock = ({ door }: { door: DoorShown }) => {
  if (door.clockOff) return <StatusTag tone="warn" icon="alert" word={clockWords(door)} />;
  return door.contact?.clockOffsetMs === undefined ? <Nothing /> : <span>{t('clockRight')}</span>;
};

const Device = ({ door }: { door: DoorShown }) => {
  const { contact, asOf } = door;
  if (!contact) return <Nothing />;
  return (
    <span>
      <Battery level={contact.battery} />
      <span class="small soft block">
        {contact.listAsOf ? t('listOf', { ago: ago(Date.parse(asOf), contact.listAsOf) }) : t('noList')}
      </span>
      <span class="small soft block nowrap">{t('version', { version: contact.appVersion })}</span>
    </span>
  );
};

export interface DoorActions {
  /** Absent for those who only read. */
  showCode?: (door: DoorShown) => void;
  newCode?: (door: DoorShown) => void;
  cutOff?: (door: DoorShown) => void;
}

const Actions = ({ door, actions }: { door: DoorShown; actions: DoorActions }) => {
  const { showCode, newCode, cutOff } = actions;
  return (
    <span class="tags door-actions">
      {showCode && door.state === 'WAITING' && (
        <Button look="quiet" aria-label={t('showCodeOf', { door: door.name })} onClick={() => showCode(door)}>
          {t('showCode')}
        </Button>
      )}
      {newCode && door.state === 'EXPIRED' && (
        <Button look="quiet" aria-label={t('newCodeOf', { door: door.name })} onClick={() => newCode(door)}>
          {t('newCode')}
        </Button>
      )}
      {cutOff && (door.state === 'PAIRED' || door.state === 'WAITING') && (
        <Button look="quiet" aria-label={t('cutOffOf', { door: door.name })} onClick={() => cutOff(door)}>
          {t('cutOff')}
        </Button>
      )}
    </span>
  );
};

interface Props {
  doors: readonly DoorShown[];
  zone: Zone;
  actions: DoorActions;
}

export const DoorTable = ({ doors, zone, actions }: Props) => {
  const columns: Column<DoorShown>[] = [
    { head: t('door'), rowHead: true, cell: (door) => <Standing door={door} zone={zone} /> },
    { head: t('contact'), cell: (door) => <Contact door={door} zone={zone} /> },
    { head: t('unsent'), cell: (door) => <Unsent door={door} /> },
    { head: t('clock'), cell: (door) => <Clock door={door} /> },
    { head: t('device'), cell: (door) => <Device door={door} /> },
    ...(actions.showCode || actions.cutOff
      ? [
          {
            head: t('action'),
            unlabelled: true,
            cell: (door: DoorShown) => <Actions door={door} actions={actions} />,
          },
        ]
      : []),
  ];
  return <DataTable caption={t('list')} captionHidden columns={columns} rows={doors} rowKey={({ id }) => id} />;
};
