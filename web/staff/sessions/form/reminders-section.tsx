/** On which days before the session those without an answer are reminded by e-mail; a sentence where no e-mails are sent. */
import type { ReminderDays } from '../../../../functions/sessions/arrangement-schema.ts';
import { Choices } from '../../../shared/ui/index.ts';
import { daysText, reminderTime } from '../reminder-words.ts';
import type { SectionProps } from './form-context.ts';
import { t } from './texts.ts';

const offered: ReminderDays = [7, 3, 1];

export const RemindersSection = ({ draft, set, errorOf, zone, sendsMail }: SectionProps & { sendsMail: boolean }) => (
  <section class="stack" aria-labelledby="bagian-pengingat">
    <h2 id="bagian-pengingat">{t('reminders')}</h2>
    {sendsMail ? (
      <Choices
        id="reminderDays"
        label={t('reminderDays')}
        hint={t('reminderDaysHint', { time: reminderTime(zone) })}
        error={errorOf('reminderDays')}
        chosen={draft.reminderDays.map(String)}
        onChange={(chosen) => set({ reminderDays: offered.filter((day) => chosen.includes(String(day))) })}
        choices={offered.map((day) => ({ value: String(day), label: daysText([day]) }))}
      />
    ) : (
      <p>{t('remindersNot')}</p>
    )}
  </section>
);
