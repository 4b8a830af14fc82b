/** Where the seal stands, and sealing what is not sealed yet. */
import { Stamp } from 'lucide-preact';
import { api } from '../../shared/api.ts';
import { dateTimeIn, number } from '../../shared/format.ts';
import { headName, leafKindName, leafKinds } from '../../shared/seal-words.ts';
import { Button, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';
import type { SealShown } from './use-seal.ts';

/** Thousands of records are hashed and written. */
const timeoutMs = 120_000;

interface Props {
  session: SessionShown;
  seal: SealShown;
  onSealed: () => void;
}

const Kinds = ({ counts }: { counts: SealShown['unsealed'] }) => (
  <ul class="plain-list">
    {leafKinds
      .filter((kind) => counts[kind])
      .map((kind) => (
        <li key={kind}>{t('unsealedOf', { kind: leafKindName(kind), n: number(counts[kind] ?? 0) })}</li>
      ))}
  </ul>
);

const Pending = ({ session, seal, onSealed }: Props) => {
  const organizer = may.organize(useStaff());
  const go = useAction(async () => {
    await api('POST /api/sessions/:session/seal', { params: { session: session.id }, timeoutMs });
    onSealed();
  });
  return (
    <div class="stack">
      <Notice tone="warn" title={t('pending')}>
        <Kinds counts={seal.unsealed} />
        <p>{t(organizer ? 'pendingText' : 'pendingOther')}</p>
        {organizer && (
          <Button icon={<Stamp class="icon" aria-hidden="true" />} busy={go.busy} onClick={() => void go.run()}>
            {t('sealNow')}
          </Button>
        )}
      </Notice>
      {go.problem && <ProblemNotice problem={go.problem} />}
    </div>
  );
};

const Missing = ({ missing }: Pick<SealShown, 'missing'>) => (
  <Notice tone="bad" title={t('missing')}>
    <Kinds counts={missing} />
    <p>{t('missingText')}</p>
  </Notice>
);

const Standing = (props: Props) => {
  const { session, seal } = props;
  const last = seal.heads.at(-1)?.head;
  if (seal.state === 'PENDING') return <Pending {...props} />;
  if (seal.state === 'NOT_CLOSED' || !last) {
    return (
      <Notice tone="info" title={t('notClosed')}>
        <p>{t('notClosedText')}</p>
      </Notice>
    );
  }
  const values = {
    n: number(last.size),
    seal: headName(last.number).toLowerCase(),
    at: dateTimeIn(session.zone, last.at),
  };
  return (
    <Notice tone="good" title={t('sealed')}>
      <p>{t('sealedText', values)}</p>
    </Notice>
  );
};

export const SealState = (props: Props) => {
  const { missing } = props.seal;
  if (Object.keys(missing).length === 0) return <Standing {...props} />;
  return (
    <div class="stack">
      <Missing missing={missing} />
      <Standing {...props} />
    </div>
  );
};
