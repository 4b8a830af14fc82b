/** What is left before the day: plan, invite, pair the doors, publish, open, and what comes afterwards; one line each with its state and its action. */
import type { ComponentChildren } from 'preact';
import { number } from '../../shared/format.ts';
import { StatusTag } from '../../shared/ui/index.ts';
import { MoveButton } from './moves.tsx';
import { t } from './texts.ts';
import type { SessionShown } from './use-session.ts';

type TaskState = 'done' | 'toDo' | 'cannotYet';

const Task = ({
  title,
  hint,
  state,
  children,
}: {
  title: string;
  hint: string;
  state: TaskState;
  children?: ComponentChildren;
}) => (
  <li class="task">
    <div class="grow">
      <span class="strong">{title}</span>
      <span class="small soft block">{hint}</span>
    </div>
    {state === 'done' && <StatusTag tone="good" word={t('done')} />}
    {state === 'toDo' && <StatusTag tone="info" icon="draft" word={t('toDo')} />}
    {state === 'cannotYet' && <StatusTag tone="plain" icon="clock" word={t('cannotYet')} />}
    <div class="task-action">{children}</div>
  </li>
);

interface Props {
  session: SessionShown;
  /** Whether anybody is invited yet. */
  invited: boolean;
  /** Guests are not among them. */
  units: number;
  /** Whether a device is paired as a door. */
  paired: boolean;
  onMoved: () => void;
}

export const TaskList = ({ session, invited, units, paired, onMoved }: Props) => {
  const at = `/staf/kegiatan/${session.id}`;
  const published = session.state === 'PUBLISHED';
  return (
    <section aria-labelledby="tugas">
      <h2 id="tugas">{t('tasks')}</h2>
      <ol class="tasks">
        <Task title={t('taskPlan')} hint={t('taskPlanHint')} state="done">
          <a href={`${at}/ubah`}>{t('edit')}</a>
        </Task>
        <Task
          title={t('taskInvite')}
          hint={units > 0 ? t('unitsInvited', { n: number(units) }) : t('taskInviteHint')}
          state={invited ? 'done' : 'toDo'}
        >
          <a href={`${at}/undangan`}>{invited ? t('seeInvitations') : t('invite')}</a>
        </Task>
        <Task title={t('taskDoors')} hint={t('taskDoorsHint')} state={paired ? 'done' : 'toDo'}>
          <a href={`${at}/pintu`}>{paired ? t('seeDoors') : t('pairDoors')}</a>
        </Task>
        <Task title={t('taskPublish')} hint={t('taskPublishHint')} state={published ? 'done' : 'toDo'}>
          {!published && (
            <MoveButton session={session.id} move="publish" look={invited ? 'first' : 'second'} onMoved={onMoved} />
          )}
        </Task>
        <Task title={t('taskOpen')} hint={t('taskOpenHint')} state={published && invited ? 'toDo' : 'cannotYet'}>
          {published && invited && <MoveButton session={session.id} move="open" onMoved={onMoved} />}
        </Task>
        <Task title={t('taskSeal')} hint={t('taskSealHint')} state="cannotYet" />
      </ol>
    </section>
  );
};
