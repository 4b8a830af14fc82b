/** What can be taken away of a seal: the minutes, the evidence without names, and with them for those who may have it. */
import { Download } from 'lucide-preact';
import { dayIn } from '../../../functions/platform/time.ts';
import { bundlePartName, bundlePartsOf } from '../../../functions/seals/bundle-parts.ts';
import { api } from '../../shared/api.ts';
import type { Staff } from '../../shared/sign-in.ts';
import { Button, ProblemNotice } from '../../shared/ui/index.ts';
import { useDownload } from '../../shared/use-download.ts';
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
  const download = useDownload(get, name);
  return (
    <li>
      <div class="grow">
        <span class="strong block">{title}</span>
        <span class="small soft block">{text}</span>
        <span class="small block" role="status">
          {download.busy && t('making')}
          {!download.busy && download.done && t('done')}
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

const HowTo = ({ inParts }: { inParts: boolean }) => (
  <section class="stack-tight" aria-labelledby="cara">
    <h3 id="cara">{t('how')}</h3>
    <p>{t('howText')}</p>
    <ol class="how">
      <li>{t(inParts ? 'howParts' : 'howUnpack')}</li>
      <li>
        {t('howRun')} <code>python3 verify.py{inParts && ' bukti-1.zip bukti-2.zip …'}</code>
      </li>
      <li>{t('howCompare')}</li>
    </ol>
  </section>
);

interface BundleProps {
  session: SessionShown;
  size: number;
  openings: 'yes' | 'no';
}

/** The evidence, in as many files as it takes; the largest sessions have several. */
const Bundle = ({ session, size, openings }: BundleProps) => {
  const named = openings === 'yes';
  const parts = bundlePartsOf(size);
  const name = `${named ? 'bukti-dengan-nama' : 'bukti'}-${dayIn(session.zone, session.startsAt)}`;
  const of = (part: number): string => (parts > 1 ? t('partOf', { part, parts }) : '');
  const get = (part: number) => () =>
    api('GET /api/sessions/:session/seal/bundle.zip', {
      params: { session: session.id },
      query: { openings, part: String(part) },
      timeoutMs,
    });
  return Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
    <FileItem
      key={part}
      title={[t(named ? 'openings' : 'bundle'), of(part)].filter(Boolean).join(', ')}
      text={part === 1 ? t(named ? 'openingsText' : 'bundleText') : ''}
      name={bundlePartName(name, part, parts)}
      get={get(part)}
    />
  ));
};

/** `size`: how many records are sealed; 0 before the first seal. */
export const FilesPart = ({ session, size }: { session: SessionShown; size: number }) => {
  const staff = useStaff();
  const sealed = size > 0;
  if (!mayTake(staff) || !(sealed || session.pledge)) return null;
  const day = dayIn(session.zone, session.startsAt);
  const params = { session: session.id };
  return (
    <section class="stack" aria-labelledby="berkas">
      <h2 id="berkas">{t('files')}</h2>
      <ul class="found">
        {session.pledge && (
          <FileItem
            title={t('minutes')}
            text={t(session.state === 'CLOSED' ? 'minutesText' : 'minutesUnsealed')}
            name={`berita-acara-${day}.pdf`}
            get={() => api('GET /api/sessions/:session/documents/minutes.pdf', { params, timeoutMs })}
          />
        )}
        {sealed && <Bundle session={session} size={size} openings="no" />}
        {sealed && mayOpen(staff) && <Bundle session={session} size={size} openings="yes" />}
      </ul>
      {sealed && <HowTo inParts={bundlePartsOf(size) > 1} />}
    </section>
  );
};
