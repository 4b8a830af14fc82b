/** What can be taken away of a seal: the minutes, the evidence without names, and with them for those who may have it. */
import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { dayIn } from '../../../functions/platform/time.ts';
import { api } from '../../shared/api.ts';
import { downloadBlob } from '../../shared/download.ts';
import type { Staff } from '../../shared/sign-in.ts';
import { Button, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { useStaff } from '../frame/staff.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

/** 22,000 records on a slow line take their own time. */
const timeoutMs = 180_000;

interface FileProps {
  title: string;
  text: string;
  name: string;
  get: () => Promise<Blob>;
}

const FileItem = ({ title, text, name, get }: FileProps) => {
  const [done, setDone] = useState(false);
  const download = useAction(async () => {
    setDone(false);
    downloadBlob(await get(), name);
    setDone(true);
  });
  return (
    <li>
      <div class="grow">
        <span class="strong block">{title}</span>
        <span class="small soft block">{text}</span>
        <span class="small block" role="status">
          {download.busy && t('making')}
          {!download.busy && done && t('done')}
        </span>
        {download.problem && <ProblemNotice problem={download.problem} />}
      </div>
      <Button
        look="second"
        icon={<Download class="icon" aria-hidden="true" />}
        busy={download.busy}
        aria-label={t('downloadOf', { file: title })}
        onClick={() => void download.run()}
      >
        {t('download')}
      </Button>
    </li>
  );
};

/** Openings are names: the regent reads none beyond the offices' holders. */
const mayOpen = ({ role }: Staff): boolean => role === 'organizer' || role === 'auditor';
const mayTake = ({ role }: Staff): boolean => mayOpen({ role } as Staff) || role === 'regent';

const HowTo = () => (
  <section class="stack-tight" aria-labelledby="cara">
    <h3 id="cara">{t('how')}</h3>
    <p>{t('howText')}</p>
    <ol class="how">
      <li>{t('howUnpack')}</li>
      <li>
        {t('howRun')} <code>python3 verify.py</code>
      </li>
      <li>{t('howCompare')}</li>
    </ol>
  </section>
);

export const FilesPart = ({ session, sealed }: { session: SessionShown; sealed: boolean }) => {
  const staff = useStaff();
  if (!mayTake(staff) || !(sealed || session.pledge)) return null;
  const day = dayIn(session.zone, session.startsAt);
  const params = { session: session.id };
  const bundle = (openings: 'yes' | 'no') => () =>
    api('GET /api/sessions/:session/seal/bundle.zip', { params, query: { openings }, timeoutMs });
  return (
    <section class="stack" aria-labelledby="berkas">
      <h2 id="berkas">{t('files')}</h2>
      <ul class="found">
        {session.pledge && (
          <FileItem
            title={t('minutes')}
            text={t('minutesText')}
            name={`berita-acara-${day}.pdf`}
            get={() => api('GET /api/sessions/:session/documents/minutes.pdf', { params, timeoutMs })}
          />
        )}
        {sealed && <FileItem title={t('bundle')} text={t('bundleText')} name={`bukti-${day}.zip`} get={bundle('no')} />}
        {sealed && mayOpen(staff) && (
          <FileItem
            title={t('openings')}
            text={t('openingsText')}
            name={`bukti-dengan-nama-${day}.zip`}
            get={bundle('yes')}
          />
        )}
      </ul>
      {sealed && <HowTo />}
    </section>
  );
};
