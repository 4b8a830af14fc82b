/** What whoever holds this link can show to others: the certificate, and the public check of it. */
import { Download } from 'lucide-preact';
import { api } from '../../shared/api.ts';
import { dictionary } from '../../shared/i18n.ts';
import { Button, ButtonLink } from '../../shared/ui/button.tsx';
import { ProblemNotice } from '../../shared/ui/states.tsx';
import { useDownload } from '../../shared/use-download.ts';

const t = dictionary({
  title: ['Bukti untuk Anda', 'Evidence for you'],
  text: [
    'Sertifikat memuat yang tercatat atas nama Anda, dengan kode QR yang dapat diperiksa siapa pun.',
    'The certificate says what is recorded of you, with a QR code that anybody can check.',
  ],
  before: [
    'Sebelum kegiatan ditutup dan disegel, berkas ini masih berupa tanda terima.',
    'Until the session is closed and sealed, the file is a receipt.',
  ],
  certificate: ['Sertifikat (PDF)', 'Certificate (PDF)'],
  check: ['Periksa keaslian', 'Check authenticity'],
  making: ['Berkas sedang dibuat…', 'The file is being made…'],
  done: ['Sertifikat sudah diunduh.', 'The certificate was downloaded.'],
});

/** Drawing it, and a slow line's own time. */
const timeoutMs = 60_000;

interface Props {
  token: string;
  /** The address of the public check. */
  receipt: string;
  closed: boolean;
}

export const Certificate = ({ token, receipt, closed }: Props) => {
  // By the client, not by a link: a link that is tied to this phone opens to its name only, which a link cannot send.
  const load = () => api('GET /api/c/:token/certificate.pdf', { params: { token }, timeoutMs });
  const download = useDownload(load, 'sertifikat.pdf');
  return (
    <section class="panel stack-tight no-print" aria-labelledby="bukti-judul">
      <h2 id="bukti-judul">{t('title')}</h2>
      <p>{t('text')}</p>
      {!closed && <p class="small soft">{t('before')}</p>}
      <div class="row actions">
        <Button
          look="second"
          icon={<Download class="icon" aria-hidden="true" />}
          busy={download.busy}
          onClick={() => void download.run()}
        >
          {t('certificate')}
        </Button>
        <ButtonLink href={new URL(receipt).pathname} look="quiet">
          {t('check')}
        </ButtonLink>
      </div>
      <p class="small soft" role="status">
        {download.busy && t('making')}
        {!download.busy && download.done && t('done')}
      </p>
      {download.problem && <ProblemNotice problem={download.problem} />}
    </section>
  );
};
