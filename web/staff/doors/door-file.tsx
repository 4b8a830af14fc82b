/** Taking in the signed file of a device that could not send its scans itself. */
import { Upload } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { number } from '../../shared/format.ts';
import { Button, Field, Notice, ProblemNotice, SummaryList } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { type DoorFileResult, tally } from './door-rules.ts';
import { t } from './texts.ts';

const maxBytes = 4 * 1024 * 1024;
/** Thousands of scans are written one by one. */
const timeoutMs = 120_000;

const Result = ({ session, result }: { session: string; result: DoorFileResult }) => {
  const { taken, known, already, refused, broken, again } = tally(result);
  const row = (term: string, count: number) => ({ term, value: count ? number(count) : undefined });
  return (
    <Notice
      tone={again ? 'warn' : 'good'}
      title={t('fileDone', { door: result.door.name, n: number(result.answers.length) })}
      live
    >
      <SummaryList
        rows={[
          { term: t('fileTaken'), value: number(taken) },
          row(t('fileKnown'), known),
          row(t('fileAlready'), already),
          row(t('fileRefused'), refused),
          row(t('fileBroken'), broken),
          row(t('fileAgain'), again),
          row(t('fileLetters'), result.letters),
        ]}
      />
      {again > 0 && <p class="strong">{t('fileAgainText')}</p>}
      {already + refused > 0 && (
        <p>
          {t('fileLook')} <a href={`/staf/kegiatan/${session}/perbedaan`}>{t('toConflicts')}</a>
        </p>
      )}
    </Notice>
  );
};

export const DoorFile = ({ session, onTaken }: { session: string; onTaken: () => void }) => {
  const [file, setFile] = useState<File>();
  const [fault, setFault] = useState<string>();
  const [result, setResult] = useState<DoorFileResult>();
  const send = useAction(async (chosen: File) => {
    setResult(undefined);
    const body = new Blob([chosen], { type: 'application/jose' });
    setResult(await api('POST /api/sessions/:session/door-files', { params: { session }, body, timeoutMs }));
    onTaken();
  });
  const upload = (): void => {
    const wrong = !file ? t('needFile') : file.size > maxBytes ? t('fileTooLarge') : undefined;
    setFault(wrong);
    if (file && !wrong) void send.run(file);
  };
  return (
    <section class="stack form" aria-labelledby="berkas-pintu">
      <h2 id="berkas-pintu">{t('fileTitle')}</h2>
      <p>{t('fileLead')}</p>
      <Field id="berkas" label={t('file')} hint={t('fileHint')} error={fault}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="file"
            accept=".txt,text/plain"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0]);
              setFault(undefined);
              send.forget();
            }}
          />
        )}
      </Field>
      {send.problem && <ProblemNotice problem={send.problem} />}
      {result && <Result session={session} result={result} />}
      <Button look="second" busy={send.busy} icon={<Upload class="icon" aria-hidden="true" />} onClick={upload}>
        {send.busy ? t('uploading') : t('upload')}
      </Button>
    </section>
  );
};
