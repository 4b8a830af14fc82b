/** The message that sends the link, as the messages page has it; the number comes with it and stays out of the page. */
import { MessageCircle } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { Button, Loading, ProblemNotice } from '../../../shared/ui/index.ts';
import { useLoad } from '../../../shared/use-load.ts';
import { CopyButton } from '../copy-text.tsx';
import { openWhatsApp } from '../whats-app.ts';
import { t } from './texts.ts';

interface Props {
  session: string;
  invitation: string;
  /** Of the code: with another the message has another link. */
  version: number;
}

const Message = ({ session, invitation, version }: Props) => {
  const loaded = useLoad(`${invitation} ${version}`, async (signal) => {
    const query = { invitation, purpose: 'INVITE' as const };
    return (await api('GET /api/sessions/:session/messages', { params: { session }, query, signal })).items;
  });
  const [message] = loaded.data ?? [];
  if (loaded.problem) return <ProblemNotice problem={loaded.problem} retry={loaded.reload} />;
  if (loaded.loading) return <Loading lines={3} />;
  if (!message) return <p class="soft">{t('messageNone')}</p>;
  const { text, phone } = message;
  return (
    <>
      <p class="preview">{text}</p>
      <p class="small soft">{t(phone === null ? 'phoneUnknown' : 'phoneKnown')}</p>
      <div class="row actions">
        <CopyButton text={text} label={t('copyMessage')} done={t('messageCopied')} />
        <Button
          look="second"
          icon={<MessageCircle class="icon" aria-hidden="true" />}
          onClick={() => openWhatsApp(phone, text)}
        >
          {t('send')}
        </Button>
      </div>
    </>
  );
};

/** Asked for only when somebody wants it: it holds a number. */
export const MessagePart = (props: Props) => {
  const [shown, setShown] = useState(false);
  return (
    <section class="stack-tight" aria-labelledby="pesan-undangan">
      <h3 id="pesan-undangan">{t('messageTitle')}</h3>
      {shown ? (
        <Message {...props} />
      ) : (
        <Button look="second" onClick={() => setShown(true)}>
          {t('messageShow')}
        </Button>
      )}
    </section>
  );
};
