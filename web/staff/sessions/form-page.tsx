/** Creating a session, and editing the plan of one that has not opened. */

import { useState } from 'preact/hooks';
import { useLocation, useRoute } from 'preact-iso';
import type { ReminderDays } from '../../../functions/sessions/arrangement-schema.ts';
import { editableStates } from '../../../functions/sessions/session-rules.ts';
import { api, apiAll, newKey } from '../../shared/api.ts';
import { ButtonLink, Notice, PageHeader, WhenLoaded } from '../../shared/ui/index.ts';
import { useLoad } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { draftOf, emptyDraft, type SessionBody } from './form/draft.ts';
import { SessionForm } from './form/session-form.tsx';
import { t } from './form/texts.ts';
import { t as st } from './texts.ts';
import { type SessionShown, useSession } from './use-session.ts';

/** What there is to pick from. */
const useLists = (regency: string) =>
  useLoad(regency, async (signal) => {
    const [laws, texts, mail] = await Promise.all([
      api('GET /api/legal-bases', { query: { limit: 200 }, signal }),
      apiAll('GET /api/regencies/:regency/pledge-texts', { params: { regency }, query: {}, signal }),
      api('GET /api/mail', { signal }),
    ]);
    return { laws, texts, sendsMail: mail.configured };
  });

/** What a new session starts with where mails are sent: days enough to find a delegate, and the last one. */
const proposedDays: ReminderDays = [3, 1];

export const NewSessionPage = () => {
  const regency = useRegency();
  const { route } = useLocation();
  const lists = useLists(regency.code);
  // One key for this form: sending it twice makes one session.
  const [idempotencyKey] = useState(newKey);
  const send = async (body: SessionBody): Promise<void> => {
    const session = await api('POST /api/regencies/:regency/sessions', {
      params: { regency: regency.code },
      body,
      idempotencyKey,
    });
    route(`/staf/kegiatan/${session.id}`, true);
  };
  return (
    <>
      <PageHeader title={t('newTitle')} up={{ href: '/staf/kegiatan', label: st('back') }} />
      <WhenLoaded loaded={lists}>
        {(given) => (
          <SessionForm
            start={{ ...emptyDraft(regency), reminderDays: given.sendsMail ? proposedDays : [] }}
            submitLabel={t('saveNew')}
            send={send}
            {...given}
          />
        )}
      </WhenLoaded>
    </>
  );
};

const Edit = ({ session, reload }: { session: SessionShown; reload: () => void }) => {
  const { route } = useLocation();
  const lists = useLists(session.regency);
  const at = `/staf/kegiatan/${session.id}`;
  if (!editableStates.includes(session.state)) {
    return (
      <div class="stack">
        <Notice tone="warn" title={t('notEditable')}>
          <p>{t('notEditableText')}</p>
        </Notice>
        <ButtonLink href={at} look="second">
          {t('backSession')}
        </ButtonLink>
      </div>
    );
  }
  const send = async (body: SessionBody): Promise<void> => {
    await api('PUT /api/sessions/:session', {
      params: { session: session.id },
      body: { ...body, version: session.version },
    });
    route(at, true);
  };
  return (
    <WhenLoaded loaded={lists}>
      {(given) => (
        <SessionForm
          key={session.version}
          start={draftOf(session)}
          submitLabel={t('save')}
          send={send}
          reload={reload}
          {...given}
        />
      )}
    </WhenLoaded>
  );
};

export const EditSessionPage = () => {
  const id = useRoute().params.session ?? '';
  const loaded = useSession(id);
  return (
    <>
      <PageHeader title={t('editTitle')} up={{ href: `/staf/kegiatan/${id}`, label: t('backSession') }} />
      <WhenLoaded loaded={loaded}>{(session) => <Edit session={session} reload={loaded.reload} />}</WhenLoaded>
    </>
  );
};
