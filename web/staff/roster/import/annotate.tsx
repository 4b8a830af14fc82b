/** The wrong rows of a file: how many, a way to see them, and the same file back with a remark in each. */
import { Download } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../../shared/api.ts';
import { downloadBlob } from '../../../shared/download.ts';
import { number } from '../../../shared/format.ts';
import { Button, Notice } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { ChooseFile, FileProblem } from './choose-file.tsx';
import { keepFile, keptFile } from './kept-files.ts';
import { annotatedName } from './list-rules.ts';
import type { ImportShown } from './mapping-draft.ts';
import { t } from './plan-texts.ts';
import { t as start } from './texts.ts';
import { asUpload, fileTimeoutMs } from './use-plan-file.ts';

const useAnnotate = ({ id, sheet }: ImportShown) => {
  const { code } = useRegency();
  const [needsFile, setNeedsFile] = useState(false);
  const action = useAction(async (file: File) => {
    const annotated = await api('POST /api/regencies/:regency/imports/annotate', {
      params: { regency: code },
      query: sheet ? { sheet } : {},
      body: asUpload(file),
      timeoutMs: fileTimeoutMs,
    });
    downloadBlob(annotated, annotatedName(file.name));
  });
  const ask = (): void => {
    const file = keptFile(id);
    if (file) void action.run(file);
    else setNeedsFile(true);
  };
  const give = (file: File): void => {
    keepFile(id, { file, again: false });
    setNeedsFile(false);
    void action.run(file);
  };
  return { ...action, needsFile, ask, give };
};

export const WrongRows = ({ shown, onShow }: { shown: ImportShown; onShow: () => void }) => {
  const annotate = useAnnotate(shown);
  const { error } = shown.counts;
  if (error === 0) return null;
  return (
    <Notice tone="warn" title={t('errorsTitle', { n: number(error) })}>
      <div class="stack-tight">
        <p>{t('errorsText')}</p>
        {annotate.problem && <FileProblem problem={annotate.problem} file={shown.file} retry={annotate.ask} />}
        {annotate.needsFile ? (
          <ChooseFile
            onFile={annotate.give}
            label={start('askFileTitle', { file: shown.file })}
            hint={start('askFileNote')}
          />
        ) : (
          <div class="row actions">
            <Button
              look="second"
              busy={annotate.busy}
              icon={<Download class="icon" aria-hidden="true" />}
              onClick={annotate.ask}
            >
              {t('annotate')}
            </Button>
            <Button look="quiet" onClick={onShow}>
              {t('showErrors')}
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
};
