/** Whom to remind now, each with a message to copy or to open in WhatsApp. */
import { MessageCircle } from 'lucide-preact';
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, EmptyState, PageHeader, StatusTag, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import { CopyButton } from '../invitations/copy-text.tsx';
import { useWho } from './list.tsx';
import { t } from './texts.ts';
import '../invitations/invitations.css';
import './follow-ups.css';

type Reminder = ItemOf<'GET /api/regencies/:regency/follow-ups/reminders'>;

const Owed = ({ reminder }: { reminder: Reminder }) => {
  const who = useWho()(reminder);
  const { followUps, message, whatsApp } = reminder;
  const overdue = followUps.filter(({ state }) => state === 'OVERDUE').length;
  const soon = followUps.length - overdue;
  return (
    <li class="stack-tight">
      <h2>{who}</h2>
      <p class="tags">
        {overdue > 0 && <StatusTag tone="bad" icon="alert" word={t('owesOverdue', { n: number(overdue) })} />}
        {soon > 0 && <StatusTag tone="warn" word={t('owesSoon', { n: number(soon) })} />}
      </p>
      <details>
        <summary>{t('message')}</summary>
        <p class="preview">{message}</p>
      </details>
      <div class="row no-print">
        <CopyButton text={message} label={t('copy')} name={t('copyOf', { who })} done={t('copied')} />
        <Button
          look="quiet"
          icon={<MessageCircle class="icon" aria-hidden="true" />}
          aria-label={t('sendOf', { who })}
          onClick={() => void open(whatsApp, '_blank', 'noopener,noreferrer')}
        >
          {t('send')}
        </Button>
      </div>
    </li>
  );
};

const List = ({ reminders }: { reminders: readonly Reminder[] }) => {
  const { shown, button } = useMore(reminders);
  if (!reminders.length)
    return (
      <EmptyState title={t('noReminders')}>
        <p>{t('noRemindersText')}</p>
      </EmptyState>
    );
  return (
    <>
      <ul class="owed">
        {shown.map((reminder) => (
          <Owed key={reminder.unit ?? ''} reminder={reminder} />
        ))}
      </ul>
      {button}
    </>
  );
};

export const RemindersPage = () => {
  const { code } = useRegency();
  const loaded = useLoad(code, (signal) =>
    apiAll('GET /api/regencies/:regency/follow-ups/reminders', { params: { regency: code }, query: {}, signal }),
  );
  return (
    <>
      <PageHeader
        title={t('remindersTitle')}
        lead={t('remindersLead')}
        up={{ href: '/staf/tindak-lanjut', label: t('back') }}
      />
      <WhenLoaded loaded={loaded} lines={8}>
        {(reminders) => <List reminders={reminders} />}
      </WhenLoaded>
    </>
  );
};
