/** Import in three steps on one page: choose a file, look at its preview, save. Nothing is written before the last. */
import { useState } from 'preact/hooks';
import { type Answer, api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, ButtonLink, Field, Loading, Notice, PageHeader, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { useRegency } from '../frame/staff.ts';
import { PreviewTable } from './preview-table.tsx';
import { t } from './texts.ts';

const maxBytes = 4 * 1024 * 1024;
/** Large files take the server a while. */
const timeoutMs = 60_000;

type Preview = Answer<'POST /api/regencies/:regency/roster/preview'>;
type Result = Answer<'POST /api/regencies/:regency/roster/commit'>;
type Step = { at: 'choose' } | { at: 'preview'; file: File; preview: Preview } | { at: 'done'; result: Result };

/** Always as bytes: a gateway may decode `text/*` on the way, and a file in Windows-1252 would not survive that. */
const asUpload = (file: File): Blob => new Blob([file], { type: 'application/octet-stream' });

const ChooseFile = ({ onFile, error }: { onFile: (file: File) => void; error: string | undefined }) => (
  <Field id="berkas" label={t('file')} hint={t('fileHint')} error={error}>
    {(control) => (
      <input
        {...control}
        class="input"
        type="file"
        accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) onFile(file);
        }}
      />
    )}
  </Field>
);

const Counts = ({ preview }: { preview: Preview }) => (
  <p class="soft">
    {preview.sheet && `${t('onSheet', { sheet: preview.sheet })} `}
    {t('headerAt', { row: preview.headerRow })}
  </p>
);

const Review = ({
  file,
  preview,
  onDone,
  onOther,
}: {
  file: File;
  preview: Preview;
  onDone: (result: Result) => void;
  onOther: () => void;
}) => {
  const { code } = useRegency();
  const commit = useAction(async () => {
    const query = { digest: preview.digest };
    onDone(
      await api('POST /api/regencies/:regency/roster/commit', {
        params: { regency: code },
        query,
        body: asUpload(file),
        timeoutMs,
      }),
    );
  });
  const toSave = preview.counts.new + preview.counts.changed;
  return (
    <section class="stack" aria-labelledby="pratinjau">
      <h2 id="pratinjau">{t('preview', { file: file.name })}</h2>
      <Counts preview={preview} />
      {toSave === 0 && <Notice tone="info" title={t('nothingToSave')} />}
      {preview.counts.vanished > 0 && (
        <Notice tone="info" title={t('vanished', { n: number(preview.counts.vanished) })}>
          <p>{t('vanishedText')}</p>
        </Notice>
      )}
      {commit.problem && <ProblemNotice problem={commit.problem} />}
      <div class="row actions">
        {toSave > 0 && (
          <Button busy={commit.busy} onClick={() => void commit.run()}>
            {t('commit', { n: number(toSave) })}
          </Button>
        )}
        <Button look="second" onClick={onOther}>
          {t('otherFile')}
        </Button>
      </div>
      <PreviewTable preview={preview} />
    </section>
  );
};

const Done = ({ result }: { result: Result }) => (
  <div class="stack">
    <Notice tone="good" title={t('committed')} live>
      <p>
        {t('committedText', {
          written: number(result.written),
          same: number(result.same),
          errors: number(result.errors),
        })}
      </p>
    </Notice>
    <ButtonLink href="/staf/unit">{t('toUnits')}</ButtonLink>
  </div>
);

export const ImportPage = () => {
  const { code } = useRegency();
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const [tooLarge, setTooLarge] = useState(false);
  const read = useAction(async (file: File) => {
    const preview = await api('POST /api/regencies/:regency/roster/preview', {
      params: { regency: code },
      body: asUpload(file),
      timeoutMs,
    });
    setStep({ at: 'preview', file, preview });
  });
  const onFile = (file: File): void => {
    setTooLarge(file.size > maxBytes);
    if (file.size <= maxBytes) void read.run(file);
  };
  return (
    <>
      <PageHeader title={t('importTitle')} lead={t('importLead')} up={{ href: '/staf/unit', label: t('back') }} />
      <div class="stack">
        {step.at === 'choose' && (
          <>
            {read.problem && <ProblemNotice problem={read.problem} />}
            <ChooseFile onFile={onFile} error={tooLarge ? t('tooLarge') : undefined} />
            {read.busy && <Loading />}
          </>
        )}
        {step.at === 'preview' && (
          <Review
            file={step.file}
            preview={step.preview}
            onDone={(result) => setStep({ at: 'done', result })}
            onOther={() => setStep({ at: 'choose' })}
          />
        )}
        {step.at === 'done' && <Done result={step.result} />}
      </div>
    </>
  );
};
