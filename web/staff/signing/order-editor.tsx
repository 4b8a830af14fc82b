/** The list on top, moved by buttons; the search that adds to it; everybody else below. */
import { ArrowDown, ArrowUp, ArrowUpToLine, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { QueueEntry } from '../../../functions/pledges/pledge-schema.ts';
import { number } from '../../shared/format.ts';
import { Button, Notice, ProblemNotice, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { useMore } from '../frame/use-more.tsx';
import type { InvitationShown } from '../invitations/invitation.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { FindPerson } from './find-person.tsx';
import { OrderForPrint } from './order-print.tsx';
import { mostPlaced, moved, placed, type Step, unplaced } from './order-rules.ts';
import { StandingTag } from './order-standing.tsx';
import { t } from './order-texts.ts';
import { calledName, type Turn, turnOf, underName } from './turn.ts';
import { type Order, useOrder } from './use-order.ts';

const Who = ({ turn }: { turn: Turn }) => (
  <div>
    <span class="strong block">{calledName(turn)}</span>
    <span class="small soft block">{underName(turn)}</span>
    <StandingTag turn={turn} />
  </div>
);

interface PlacedProps {
  turn: Turn;
  at: number;
  last: boolean;
  onMove: (step: Step) => void;
  onRemove: () => void;
}

const Placed = ({ turn, at, last, onMove, onRemove }: PlacedProps) => {
  const who = calledName(turn);
  return (
    <li>
      <span class="place">{number(at + 1)}</span>
      <Who turn={turn} />
      <div class="moves">
        <Button
          look="quiet"
          disabled={at === 0}
          icon={<ArrowUpToLine class="icon" aria-hidden="true" />}
          aria-label={t('topOf', { who })}
          onClick={() => onMove('top')}
        >
          {t('top')}
        </Button>
        <Button
          look="quiet"
          disabled={at === 0}
          icon={<ArrowUp class="icon" aria-hidden="true" />}
          aria-label={t('upOf', { who })}
          onClick={() => onMove('up')}
        >
          {t('up')}
        </Button>
        <Button
          look="quiet"
          disabled={last}
          icon={<ArrowDown class="icon" aria-hidden="true" />}
          aria-label={t('downOf', { who })}
          onClick={() => onMove('down')}
        >
          {t('down')}
        </Button>
        <Button
          look="quiet"
          icon={<X class="icon" aria-hidden="true" />}
          aria-label={t('removeOf', { who })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
    </li>
  );
};

const Changed = ({ order, nameOf }: { order: Order; nameOf: (id: string) => string }) =>
  order.theirs ? (
    <Notice tone="warn" title={t('changedTitle')} live>
      <p>{t('changedText')}</p>
      {order.theirs.length ? (
        <ol>
          {order.theirs.map((id) => (
            <li key={id}>{nameOf(id)}</li>
          ))}
        </ol>
      ) : (
        <p class="strong">{t('changedNone')}</p>
      )}
      <div class="row">
        <Button busy={order.save.busy} onClick={() => void order.save.run()}>
          {t('keepMine')}
        </Button>
        <Button look="second" onClick={order.discard}>
          {t('takeTheirs')}
        </Button>
      </div>
    </Notice>
  ) : null;

const Saving = ({ order }: { order: Order }) => (
  <div class="stack-tight no-print">
    {order.save.problem && <ProblemNotice problem={order.save.problem} />}
    {order.saved && !order.changed && <Notice tone="good" title={t('saved')} live />}
    {order.changed && !order.theirs && (
      <>
        <p role="status">{t('unsaved')}</p>
        <div class="row actions">
          <Button busy={order.save.busy} onClick={() => void order.save.run()}>
            {t('save')}
          </Button>
          <Button look="second" onClick={order.discard}>
            {t('undo')}
          </Button>
        </div>
      </>
    )}
  </div>
);

interface RestProps {
  turns: readonly Turn[];
  /** How many come before them. */
  after: number;
  full: boolean;
  onPlace: (turn: Turn) => void;
}

const Rest = ({ turns, after, full, onPlace }: RestProps) => {
  const { shown, button } = useMore(turns);
  return (
    <section class="stack-tight" aria-labelledby="sesudahnya">
      <h2 id="sesudahnya">{t('rest')}</h2>
      {turns.length ? (
        <ol class="found">
          {shown.map((turn, at) => (
            <li key={turn.invitation}>
              <span class="place">{number(after + at + 1)}</span>
              <div class="grow">
                <Who turn={turn} />
              </div>
              <Button
                look="second"
                disabled={full}
                aria-label={t('placeOf', { who: calledName(turn) })}
                onClick={() => onPlace(turn)}
              >
                {t('place')}
              </Button>
            </li>
          ))}
        </ol>
      ) : (
        <p class="soft">{t('restNone')}</p>
      )}
      {button}
    </section>
  );
};

interface Props {
  session: SessionShown;
  entries: readonly QueueEntry[];
  invitations: readonly InvitationShown[];
  onSaved: () => void;
}

const Editing = ({ session, entries, invitations, order }: Omit<Props, 'onSaved'> & { order: Order }) => {
  const [told, setTold] = useState('');
  const { draft } = order;
  const turns = new Map<string, Turn>([
    ...invitations.filter(({ revoked }) => !revoked).map((each): [string, Turn] => [each.id, turnOf(each)]),
    ...entries.map((entry): [string, Turn] => [entry.invitation, entry]),
  ]);
  const nameOf = (id: string): string => {
    const turn = turns.get(id);
    return turn ? calledName(turn) : t('unknown');
  };
  const known = draft.filter((id) => turns.has(id));
  const rest = entries.filter(({ invitation }) => !draft.includes(invitation));
  const full = draft.length >= mostPlaced;
  const set = (next: readonly string[], id: string): void => {
    order.set(next);
    const at = next.indexOf(id);
    setTold(at < 0 ? '' : t('nowAt', { who: nameOf(id), n: number(at + 1) }));
  };
  const place = (id: string): void => set(placed(draft, id), id);
  return (
    <>
      <div class="stack-wide no-print">
        <section class="stack" aria-labelledby="di-atas">
          <h2 id="di-atas">{t('placed')}</h2>
          <Changed order={order} nameOf={nameOf} />
          {known.length ? (
            <ol class="placing">
              {known.map((id, at) => (
                <Placed
                  key={id}
                  turn={turns.get(id) as Turn}
                  at={at}
                  last={at === known.length - 1}
                  onMove={(step) => set(moved(draft, id, step), id)}
                  onRemove={() => set(unplaced(draft, id), id)}
                />
              ))}
            </ol>
          ) : (
            <p class="soft">{t('nonePlaced')}</p>
          )}
          <p class="hidden-label" role="status">
            {told}
          </p>
          <Saving order={order} />
        </section>
        <section class="stack-tight form">
          {full ? (
            <Notice tone="info" title={t('tooMany', { n: number(mostPlaced) })} />
          ) : (
            <FindPerson
              id="cari-tempat"
              invitations={invitations}
              label={t('add')}
              action={{ word: t('place'), of: (who) => t('placeOf', { who }) }}
              standing={({ id, kind, pledge }) => {
                if (draft.includes(id)) return <StatusTag tone="info" icon="check" word={t('isPlaced')} />;
                return kind === 'unit' && pledge.status === 'NOT_DUE' ? (
                  <StatusTag tone="plain" word={t('notDue')} />
                ) : undefined;
              }}
              onPick={({ id }) => place(id)}
            />
          )}
        </section>
        <Rest turns={rest} after={known.length} full={full} onPlace={({ invitation }) => place(invitation)} />
      </div>
      <OrderForPrint session={session} turns={[...known.map((id) => turns.get(id) as Turn), ...rest]} />
    </>
  );
};

export const OrderEditor = ({ onSaved, ...props }: Props) => {
  const { loaded, order } = useOrder(props.session.id, onSaved);
  return order ? (
    <Editing {...props} order={order} />
  ) : (
    <WhenLoaded loaded={loaded} lines={8}>
      {() => null}
    </WhenLoaded>
  );
};
