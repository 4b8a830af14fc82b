/** Publishing, opening, cancelling: each after a dialog that says what it does. Closing has a dialog of its own. */
import { useState } from 'preact/hooks';
import type { Move } from '../../../functions/sessions/session-rules.ts';
import { api } from '../../shared/api.ts';
import type { ApiProblem } from '../../shared/api-problem.ts';
import { Button, ButtonLink, type ButtonLook, Dialog, Notice, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { t } from './texts.ts';

type AskedMove = Exclude<Move, 'close'>;

const texts: Record<AskedMove, { label: () => string; title: () => string; text: () => string; look: ButtonLook }> = {
  publish: {
    label: () => t('publish'),
    title: () => t('confirmPublish'),
    text: () => t('confirmPublishText'),
    look: 'first',
  },
  open: { label: () => t('open'), title: () => t('confirmOpen'), text: () => t('confirmOpenText'), look: 'first' },
  cancel: {
    label: () => t('cancelSession'),
    title: () => t('confirmCancel'),
    text: () => t('confirmCancelText'),
    look: 'danger',
  },
};

interface Props {
  session: string;
  move: AskedMove;
  onMoved: () => void;
  look?: ButtonLook;
}

const Failed = ({ session, problem }: { session: string; problem: ApiProblem }) => {
  if (problem.code !== 'PLEDGE_TEXT_DIFFERS') return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="bad" title={t('differs')} live>
      <p>{t('differsText')}</p>
      <ButtonLink href={`/staf/kegiatan/${session}/ubah`} look="second">
        {t('edit')}
      </ButtonLink>
    </Notice>
  );
};

export const MoveButton = ({ session, move, onMoved, look = 'first' }: Props) => {
  const [asking, setAsking] = useState(false);
  const go = useAction(async () => {
    await api('POST /api/sessions/:session/moves/:move', { params: { session, move } });
    setAsking(false);
    onMoved();
  });
  const { label, title, text, look: sure } = texts[move];
  const close = (): void => {
    go.forget();
    setAsking(false);
  };
  return (
    <>
      <Button look={look} onClick={() => setAsking(true)}>
        {label()}
      </Button>
      <Dialog
        open={asking}
        title={title()}
        onClose={close}
        {...(move === 'cancel' ? { closeLabel: t('keep') } : {})}
        actions={
          <Button look={sure} busy={go.busy} onClick={() => void go.run()}>
            {label()}
          </Button>
        }
      >
        <p>{text()}</p>
        {go.problem && <Failed session={session} problem={go.problem} />}
      </Dialog>
    </>
  );
};
