/** On another phone than the one that confirmed: what is public about the session, nobody's name, no code, and a way to help. */
import { RefreshCw } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { problemSentence } from '../../shared/api-problem.ts';
import { rangeIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/field.tsx';
import { useTitle } from '../../shared/ui/frame.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useAction } from '../../shared/use-load.ts';
import { AboutData } from '../about-data.tsx';
import type { NeutralView as View } from '../attendee-view.ts';
import { Facts } from '../invitation/facts.tsx';
import { SessionCancelled } from '../invitation/happened.tsx';
import { Letterhead } from '../invitation/letterhead.tsx';
import { SessionTitle } from '../invitation/session-title.tsx';
import { RequestId } from '../venue/request-id.tsx';
import { t } from './texts.ts';

const Asked = ({ reload }: { reload: () => void }) => (
  <>
    <Notice tone="good" title={t('asked')} live>
      <p>{t('askedText')}</p>
    </Notice>
    <Button look="second" icon={<RefreshCw class="icon" aria-hidden="true" />} onClick={reload}>
      {t('again')}
    </Button>
  </>
);

const Ask = ({ token, onAsked }: { token: string; onAsked: () => void }) => {
  const [note, setNote] = useState('');
  const sending = useAction(async () => {
    const text = note.trim();
    await api('POST /api/c/:token/help', { params: { token }, body: text ? { note: text } : {} });
    onAsked();
  });
  const { problem } = sending;
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void sending.run();
      }}
    >
      <TextArea
        id="pesan"
        label={t('note')}
        hint={t('noteHint')}
        optional
        maxLength={200}
        value={note}
        onInput={setNote}
      />
      {problem && (
        <Notice tone="bad" title={common('problemTitle')} live>
          <p>{problemSentence(problem.code)}</p>
          <RequestId problem={problem} />
          <p>{t('notLost')}</p>
        </Notice>
      )}
      <Button type="submit" busy={sending.busy} wide>
        {sending.busy ? t('sending') : t('ask')}
      </Button>
    </form>
  );
};

export const NeutralPage = ({ view, token, reload }: { view: View; token: string; reload: () => void }) => {
  const { session, helpAsked } = view;
  const [asked, setAsked] = useState(helpAsked);
  useTitle(session.title);
  return (
    <div class="stack-wide">
      <Letterhead session={session} />
      <div class="stack">
        <SessionTitle session={session} />
        <SessionCancelled session={session} />
        <Notice tone="info" title={t('title')}>
          <p>{t('text')}</p>
          <p>{t('atDoor')}</p>
        </Notice>
        {asked || helpAsked ? <Asked reload={reload} /> : <Ask token={token} onAsked={() => setAsked(true)} />}
      </div>
      <Facts session={session} when={rangeIn(session.zone, session.startsAt, session.endsAt)} />
      <AboutData session={session} />
    </div>
  );
};
