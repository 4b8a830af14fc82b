/** What one does with a page of figures: print it, take it as a PDF, share it. */
import { FileDown, Printer } from 'lucide-preact';
import { Button, ProblemNotice } from '../../shared/ui/index.ts';
import { useDownload } from '../../shared/use-download.ts';
import { t } from './regent-texts.ts';
import type { ShareContent } from './share-content.ts';
import { ShareButton } from './share-dialog.tsx';

/** Drawing takes seconds, and a slow line its own time. */
export const pdfTimeoutMs = 90_000;

interface Props {
  share: () => ShareContent;
  /** Where whoever looks may have it. */
  pdf?: { load: () => Promise<Blob>; name: string } | undefined;
}

const PdfButton = ({ load, name }: NonNullable<Props['pdf']>) => {
  const download = useDownload(load, name);
  return (
    <>
      <Button
        look="second"
        icon={<FileDown class="icon" aria-hidden="true" />}
        busy={download.busy}
        onClick={() => void download.run()}
      >
        {t('pdf')}
      </Button>
      <span class="small soft" role="status">
        {download.busy && t('making')}
        {!download.busy && download.done && t('pdfDone')}
      </span>
      {download.problem && <ProblemNotice problem={download.problem} />}
    </>
  );
};

export const PaperActions = ({ share, pdf }: Props) => (
  <div class="row paper-actions no-print">
    <ShareButton contentOf={share} />
    <Button look="second" icon={<Printer class="icon" aria-hidden="true" />} onClick={() => print()}>
      {t('print')}
    </Button>
    {pdf && <PdfButton {...pdf} />}
  </div>
);
