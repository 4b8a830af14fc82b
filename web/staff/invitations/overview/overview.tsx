/** What has come back so far: calls for help first, then the answers by class. */
import { RefreshCw } from 'lucide-preact';
import { preciseClockIn } from '../../../shared/format.ts';
import { common } from '../../../shared/texts.ts';
import { Button } from '../../../shared/ui/index.ts';
import type { SessionShown } from '../../sessions/use-session.ts';
import type { InvitationShown } from '../invitation.ts';
import { AnswersTable } from './answers-table.tsx';
import { HelpCalls } from './help-calls.tsx';
import { SeveralPart } from './several-part.tsx';
import { t } from './texts.ts';

interface Props {
  session: SessionShown;
  invitations: readonly InvitationShown[];
  /** When they were read. */
  asOf: string;
  onReload: () => void;
  onChoose: (unitClass: string) => void;
  onOpen: ((id: string) => void) | undefined;
}

export const Overview = ({ session, invitations, asOf, onReload, onChoose, onOpen }: Props) => {
  return (
    <section class="stack" aria-labelledby="jawaban">
      <div class="row between">
        <h2 id="jawaban">{t('title')}</h2>
        <div class="row">
          <span class="small soft">{t('asOf', { time: preciseClockIn(session.zone, asOf) })}</span>
          <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={onReload}>
            {common('reload')}
          </Button>
        </div>
      </div>
      {onOpen && <HelpCalls session={session} invitations={invitations} onOpen={onOpen} />}
      <AnswersTable invitations={invitations} onChoose={onChoose} />
      <SeveralPart invitations={invitations} onOpen={onOpen} />
    </section>
  );
};
