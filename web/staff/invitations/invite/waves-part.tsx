/** Whether everybody fits in, and spreading the invitations over the session's waves. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../../shared/api.ts';
import { number, rangeIn } from '../../../shared/format.ts';
import { Button, Choices, type Column, DataTable, Notice, ProblemNotice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { className } from '../../../shared/words.ts';
import { useOwnRegency } from '../../frame/staff.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { isCrowded, overfull, type Seats, seatsOf, type WaveSeats } from './seats.ts';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  /** Whether invitations may still be moved. */
  movable: boolean;
  onArranged: () => void;
}

const planOf = (session: SessionShown): string => `/staf/kegiatan/${session.id}/ubah#bagian-gelombang`;

const Crowded = ({ session, seats }: { session: SessionShown; seats: Seats }) => (
  <Notice tone="warn" title={t('crowded', { invited: number(seats.invited), seats: number(seats.capacity ?? 0) })}>
    <p>{t('crowdedText')}</p>
    <p>
      <a href={planOf(session)}>{t('makeWaves')}</a>
    </p>
  </Notice>
);

const columns = (session: SessionShown): Column<WaveSeats>[] => [
  {
    head: t('wave'),
    rowHead: true,
    cell: ({ id, label }) => {
      const wave = session.waves.find((each) => each.id === id);
      return (
        <>
          {label}
          <span class="small soft block">{wave && rangeIn(session.zone, wave.startsAt, wave.endsAt)}</span>
        </>
      );
    },
  },
  { head: t('waveInvited'), numeric: true, cell: ({ invited }) => number(invited) },
  {
    head: t('waveSeats'),
    numeric: true,
    cell: ({ capacity }) => (capacity === undefined ? t('unlimited') : number(capacity)),
  },
];

type Arranged = Answer<'POST /api/sessions/:session/arrangement'>;

const Outcome = ({ session, arranged }: { session: SessionShown; arranged: Arranged }) => (
  <>
    <Notice tone="good" title={t('arranged', { n: number(arranged.assigned) })} live />
    {arranged.unplaced > 0 && (
      <Notice tone="warn" title={t('unplaced', { n: number(arranged.unplaced) })} live>
        <p>{t('unplacedText')}</p>
        <p>
          <a href={planOf(session)}>{t('editPlan')}</a>
        </p>
      </Notice>
    )}
  </>
);

type By = 'DISTRICT' | 'CLASS';

const Arrange = ({ session, seats, onArranged }: Pick<Props, 'session' | 'onArranged'> & { seats: Seats }) => {
  const district = useOwnRegency()?.labels.district ?? className('KECAMATAN');
  const [by, setBy] = useState<By>('DISTRICT');
  const [arranged, setArranged] = useState<Arranged>();
  const send = useAction(async () => {
    setArranged(undefined);
    setArranged(
      await api('POST /api/sessions/:session/arrangement', {
        params: { session: session.id },
        body: { by },
        timeoutMs: 60_000,
      }),
    );
    onArranged();
  });
  return (
    <>
      {seats.unassigned > 0 ? (
        <>
          <p class="strong">{t('unassigned', { n: number(seats.unassigned) })}</p>
          <Choices
            id="bagi-menurut"
            label={t('arrangeBy')}
            single
            chosen={[by]}
            onChange={([chosen]) => setBy(chosen as By)}
            choices={[
              {
                value: 'DISTRICT',
                label: t('byDistrict', { label: district }),
                hint: t('byDistrictHint', { label: district.toLowerCase() }),
              },
              { value: 'CLASS', label: t('classes'), hint: t('byClassHint') },
            ]}
          />
          <Button look="second" busy={send.busy} onClick={() => void send.run()}>
            {t('arrange')}
          </Button>
        </>
      ) : (
        <p class="soft">{t('allPlaced')}</p>
      )}
      {send.problem && <ProblemNotice problem={send.problem} />}
      {arranged && <Outcome session={session} arranged={arranged} />}
    </>
  );
};

export const WavesPart = ({ session, invitations, movable, onArranged }: Props) => {
  const seats = seatsOf(session, invitations);
  if (!session.waves.length) return isCrowded(seats) ? <Crowded session={session} seats={seats} /> : null;
  return (
    <section class="stack" aria-labelledby="gelombang">
      <h2 id="gelombang">{t('waves')}</h2>
      {overfull(seats).map(({ id, label, invited, capacity }) => (
        <Notice
          key={id}
          tone="warn"
          title={t('overfull', { wave: label, invited: number(invited), seats: number(capacity ?? 0) })}
        />
      ))}
      <DataTable
        caption={t('waves')}
        captionHidden
        narrow="fit"
        columns={columns(session)}
        rows={seats.waves}
        rowKey={({ id }) => id}
      />
      {movable && <Arrange session={session} seats={seats} onArranged={onArranged} />}
    </section>
  );
};
