/** One kind of paper: what it is for, how much paper it takes, and its file or files. */
import { Download, FileText, IdCard, ListOrdered, type LucideIcon, Mail, QrCode } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { type DocumentName, partsOf } from '../../../functions/documents/parts.ts';
import { dayIn } from '../../../functions/platform/time.ts';
import { api } from '../../shared/api.ts';
import { downloadBlob } from '../../shared/download.ts';
import { number } from '../../shared/format.ts';
import { Button, ProblemNotice } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import type { SessionShown } from '../sessions/use-session.ts';
import { type Choice, fileName, queryOf } from './choice.ts';
import { t } from './texts.ts';

interface Kind {
  icon: LucideIcon;
  title: () => string;
  purpose: () => string;
  file: string;
  amount: (recipients: number) => string;
}

const eightUp = (recipients: number): string => t('pieces', { n: number(Math.ceil(recipients / 8)) });

const kinds: Record<DocumentName, Kind> = {
  letters: {
    icon: FileText,
    title: () => t('letters'),
    purpose: () => t('lettersFor'),
    file: 'surat-undangan',
    amount: (recipients) => t('piecesOrMore', { n: number(recipients) }),
  },
  'common-letter': {
    icon: Mail,
    title: () => t('common'),
    purpose: () => t('commonFor'),
    file: 'surat-bersama',
    amount: (recipients) => t('commonAmount', { n: number(recipients) }),
  },
  annex: {
    icon: ListOrdered,
    title: () => t('annex'),
    purpose: () => t('annexFor'),
    file: 'daftar-undangan',
    amount: (recipients) => t('recipients', { n: number(recipients) }),
  },
  cards: { icon: QrCode, title: () => t('cards'), purpose: () => t('cardsFor'), file: 'kartu-qr', amount: eightUp },
  badges: {
    icon: IdCard,
    title: () => t('badges'),
    purpose: () => t('badgesFor'),
    file: 'tanda-pengenal',
    amount: eightUp,
  },
};

/** Drawing 500 letters takes seconds, and a slow line its own time. */
const timeoutMs = 90_000;

interface Props {
  session: SessionShown;
  document: DocumentName;
  choice: Choice;
  recipients: number;
}

export const DocumentItem = ({ session, document, choice, recipients }: Props) => {
  const { icon: Icon, title, purpose, file, amount } = kinds[document];
  const parts = partsOf(document, recipients);
  const [making, setMaking] = useState<number>();
  const [done, setDone] = useState(false);
  const download = useAction(async (part: number) => {
    setMaking(part);
    setDone(false);
    const blob = await api(`GET /api/sessions/:session/documents/${document}.pdf` as const, {
      params: { session: session.id },
      query: queryOf(choice, part),
      timeoutMs,
    });
    downloadBlob(blob, fileName(file, dayIn(session.zone, session.startsAt), choice, part, parts));
    setDone(true);
  });
  const labelOf = (part: number): string =>
    parts === 1 ? t('downloadOf', { document: title() }) : t('partOf', { document: title(), part, parts });
  return (
    <li class="paper">
      <Icon class="icon" aria-hidden="true" />
      <div class="grow">
        <h2 class="paper-title">{title()}</h2>
        <p>{purpose()}</p>
        <p class="small soft">{amount(recipients)}</p>
        <p class="small" role="status">
          {download.busy && t('making')}
          {!download.busy && done && t('done', { document: title() })}
        </p>
        {download.problem && <ProblemNotice problem={download.problem} />}
      </div>
      <div class="paper-files">
        {Array.from({ length: parts }, (_, index) => index + 1).map((part) => (
          <Button
            key={part}
            look="second"
            icon={<Download class="icon" aria-hidden="true" />}
            busy={download.busy && making === part}
            disabled={recipients === 0 || download.busy}
            aria-label={labelOf(part)}
            onClick={() => void download.run(part)}
          >
            {parts === 1 ? t('download') : t('part', { part, parts })}
          </Button>
        ))}
      </div>
    </li>
  );
};
