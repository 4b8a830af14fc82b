/** What can be printed for a session, for whom, and the download of each. */
import './documents.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { editableStates } from '../../../functions/sessions/session-rules.ts';
import { number } from '../../shared/format.ts';
import { ButtonLink, EmptyState, Notice, PageHeader, SelectField, WhenLoaded } from '../../shared/ui/index.ts';
import { useClassName } from '../frame/class-name.ts';
import { may, useStaff } from '../frame/staff.ts';
import type { InvitationShown } from '../invitations/invitation.ts';
import { useInvitations } from '../invitations/use-invitations.ts';
import { type SessionShown, useSession } from '../sessions/use-session.ts';
import { type Choice, cameFor, chosenOf, classesIn } from './choice.ts';
import { PaperItem } from './paper-item.tsx';
import { organizersPapers, type Paper, readersPapers, readsPapers } from './papers.ts';
import { t } from './texts.ts';

/** Which parts of a letter are printed as dotted lines. */
const missingIn = ({ letter }: SessionShown): string[] => [
  ...(letter?.number === undefined ? [t('missingNumber')] : []),
  ...(letter?.date === undefined ? [t('missingDate')] : []),
  ...(letter?.signer?.name === undefined ? [t('missingSigner')] : []),
];

const MissingLetter = ({ session }: { session: SessionShown }) => {
  const missing = missingIn(session);
  if (missing.length === 0) return null;
  return (
    <Notice tone="warn" title={t('missingTitle')}>
      <p>{t('missing', { what: missing.join(', ') })}</p>
      {editableStates.includes(session.state) && (
        <p>
          <a href={`/staf/kegiatan/${session.id}/ubah#bagian-surat`}>{t('fillIn')}</a>
        </p>
      )}
    </Notice>
  );
};

interface ForWhomProps {
  invitations: readonly InvitationShown[];
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

const ForWhom = ({ invitations, choice, onChoose }: ForWhomProps) => {
  const sayClass = useClassName();
  const count = (of: Choice): string => number(chosenOf(invitations, of));
  return (
    <SelectField
      id="untuk"
      label={t('forWhom')}
      hint={t('order')}
      empty={t('everybody', { n: count('') })}
      value={choice}
      onChange={(value) => onChoose(value as Choice)}
      options={[
        { value: 'units', label: t('units', { n: count('units') }) },
        { value: 'guests', label: t('guests', { n: count('guests') }) },
        ...classesIn(invitations).map((code) => ({
          value: code,
          label: t('ofClass', { name: sayClass(code), n: count(code) }),
        })),
      ]}
    />
  );
};

interface PapersProps {
  session: SessionShown;
  invitations: readonly InvitationShown[];
}

const List = ({
  title,
  papers,
  ...of
}: {
  title: string;
  papers: readonly Paper[];
  session: SessionShown;
  choice?: Choice;
}) => (
  <section class="stack">
    <h2>{title}</h2>
    <ul class="papers">
      {papers.map((paper) => (
        <PaperItem key={paper.name} paper={paper} {...of} />
      ))}
    </ul>
  </section>
);

const OrganizersPapers = ({ session, invitations }: PapersProps) => {
  const [choice, setChoice] = useState<Choice>('');
  if (chosenOf(invitations, '') === 0 && cameFor(invitations, '') === 0) {
    return (
      <EmptyState title={t('emptyTitle')}>
        <p>{t('emptyText')}</p>
        <ButtonLink href={`/staf/kegiatan/${session.id}/undangan`}>{t('toInvitations')}</ButtonLink>
      </EmptyState>
    );
  }
  const { before, after } = organizersPapers({ session, invitations, choice });
  return (
    <div class="stack-wide">
      <MissingLetter session={session} />
      <ForWhom invitations={invitations} choice={choice} onChoose={setChoice} />
      <List title={t('before')} papers={before} session={session} choice={choice} />
      <List title={t('after')} papers={after} session={session} choice={choice} />
      <p class="soft small">{t('languageNote')}</p>
    </div>
  );
};

const OfOrganizer = ({ session }: { session: SessionShown }) => (
  <WhenLoaded loaded={useInvitations(session.id)}>
    {(all) => <OrganizersPapers session={session} invitations={all} />}
  </WhenLoaded>
);

const OfReader = ({ session }: { session: SessionShown }) => (
  <div class="stack-wide">
    <List title={t('after')} papers={readersPapers(session, useStaff())} session={session} />
    <p class="soft small">{t('languageNote')}</p>
  </div>
);

export const DocumentsPage = () => {
  const id = useRoute().params.session ?? '';
  const staff = useStaff();
  const session = useSession(id);
  const organizer = may.organize(staff);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} up={{ href: `/staf/kegiatan/${id}`, label: t('back') }} />
      {organizer || readsPapers(staff) ? (
        <WhenLoaded loaded={session}>
          {(plan) => (organizer ? <OfOrganizer session={plan} /> : <OfReader session={plan} />)}
        </WhenLoaded>
      ) : (
        <Notice tone="info">
          <p>{t('organizersOnly')}</p>
        </Notice>
      )}
    </>
  );
};
