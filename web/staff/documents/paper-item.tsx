/** One paper of the list: what it is for, its files by format, and how far the download of many parts is. */
import { Download } from 'lucide-preact';
import { dayIn } from '../../../functions/platform/time.ts';
import { ApiProblem } from '../../shared/api-problem.ts';
import { downloadBlob } from '../../shared/download.ts';
import { number } from '../../shared/format.ts';
import { Button, Meter, ProblemNotice } from '../../shared/ui/index.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Choice, fileName } from './choice.ts';
import type { PaperFile } from './paper-files.ts';
import type { Paper } from './papers.ts';
import { t } from './texts.ts';
import { type Job, useJob } from './use-job.ts';

interface Props {
  session: SessionShown;
  paper: Paper;
  choice?: Choice;
}

const isNoMore = (error: unknown, part: number): boolean =>
  part > 1 && error instanceof ApiProblem && error.code === 'DOCUMENT_EMPTY';

const useFile = ({ session, paper, choice = '' }: Props, { format, parts, take }: PaperFile): Job =>
  useJob([session.id, paper.name, format, choice].join('.'), parts, async (part, signal) => {
    try {
      const blob = await take(part, signal);
      const day = dayIn(session.zone, session.startsAt);
      downloadBlob(blob, fileName(paper.name, day, choice, part, parts, format));
      return true;
    } catch (error) {
      if (isNoMore(error, part)) return false;
      throw error;
    }
  });

const statusOf = (job: Job, parts: number, document: string): string => {
  if (job.busy !== undefined)
    return parts === 1 ? t('making') : t('makingPart', { part: number(job.busy), parts: number(parts) });
  if (job.finished) return t('done', { document });
  return job.done > 0 ? t('stopped', { done: number(job.done), parts: number(parts) }) : '';
};

/** Only of a paper in several parts: how far it is, a way to stop, and a way to go on. */
const Progress = ({ job, parts, document }: { job: Job; parts: number; document: string }) => {
  const isUnder = job.busy !== undefined;
  if (parts === 1 || (!isUnder && job.done === 0)) return null;
  return (
    <div class="paper-progress">
      <Meter thin whole={parts} parts={[{ value: job.done, tone: 'accent' }]} />
      <div class="paper-files">
        {isUnder ? (
          <Button look="quiet" aria-label={t('of', { said: t('stop'), document })} onClick={job.stop}>
            {t('stop')}
          </Button>
        ) : (
          <Button look="quiet" aria-label={t('of', { said: t('anew'), document })} onClick={job.startAnew}>
            {t('anew')}
          </Button>
        )}
      </div>
    </div>
  );
};

const File = ({ paper, file, ...props }: Props & { file: PaperFile }) => {
  const { parts, format } = file;
  const job = useFile({ paper, ...props }, file);
  const name = format.toUpperCase();
  const goesOn = job.done > 0 && job.busy === undefined;
  const usual =
    parts === 1 ? t('download', { format: name }) : t('downloadParts', { format: name, parts: number(parts) });
  const said = goesOn ? t('goOn', { format: name, part: number(job.done + 1), parts: number(parts) }) : usual;
  return (
    <div class="paper-file">
      <Button
        look="second"
        icon={<Download class="icon" aria-hidden="true" />}
        busy={job.busy !== undefined}
        disabled={paper.disabled === true}
        aria-label={t('of', { said, document: paper.title })}
        onClick={job.start}
      >
        {said}
      </Button>
      <p class="small" role="status">
        {statusOf(job, parts, paper.title)}
      </p>
      <Progress job={job} parts={parts} document={paper.title} />
      {job.problem && (
        <ProblemNotice problem={job.problem} {...(parts > 1 ? { retry: job.start, retryLabel: t('goOnPlain') } : {})} />
      )}
    </div>
  );
};

export const PaperItem = ({ session, paper, choice = '' }: Props) => {
  const { icon: Icon, title, purpose, note, files, page } = paper;
  return (
    <li class="paper">
      <Icon class="icon" aria-hidden="true" />
      <div class="grow">
        <h3 class="paper-title">{title}</h3>
        <p>{purpose}</p>
        <p class="small soft">{note}</p>
        {page && (
          <p>
            <a href={page.href}>{page.label}</a>
          </p>
        )}
      </div>
      <div class="paper-files">
        {files.map((file) => (
          // Of another number of parts it is another file: what was said of the one before is forgotten.
          <File
            key={`${file.format} ${file.parts} ${choice}`}
            session={session}
            paper={paper}
            file={file}
            choice={choice}
          />
        ))}
      </div>
    </li>
  );
};
