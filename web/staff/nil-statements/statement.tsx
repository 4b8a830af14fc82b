/** One statement: what it says, where it stands, its paper, and what Hadir recorded in its period. */
import { Ban, Download, PenLine } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { api } from '../../shared/api.ts';
import { downloadBlob } from '../../shared/download.ts';
import { Button, ProblemNotice, type StatusIcon, StatusTag, SummaryList, type Tone } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import { addressOf } from '../coverage/period.ts';
import { may, useStaff } from '../frame/staff.ts';
import { dayText } from '../roster/days.ts';
import { SignDialog, WithdrawDialog } from './dialogs.tsx';
import type { NilStatementShown } from './draft.ts';
import { t } from './texts.ts';

const tones: Record<NilStatementShown['state'], [Tone, StatusIcon]> = {
  DRAFT: ['plain', 'draft'],
  SIGNED: ['good', 'check'],
  WITHDRAWN: ['bad', 'ban'],
};

const periodOf = ({ from, to }: NilStatementShown): string => t('period', { from: dayText(from), to: dayText(to) });

const Facts = ({ of }: { of: NilStatementShown }) => {
  const { number, subject, source, note, place, dated, signer, signed, withdrawn, from, to } = of;
  const person = [nameWithTitles(signer), signer.rank, officeHeld(signer.office, signer.acting)];
  return (
    <div class="facts">
      <SummaryList
        rows={[
          { term: t('subject'), value: subject },
          { term: t('source'), value: source },
          { term: t('number'), value: number },
          { term: t('dated'), value: `${place}, ${dayText(dated)}` },
          {
            term: t('signer'),
            value: (
              <>
                {person.filter(Boolean).join(', ')}
                {signer.nipMasked && <span class="small soft block">NIP {signer.nipMasked}</span>}
              </>
            ),
          },
          { term: t('note'), value: note && <span class="pre-line">{note}</span> },
          { term: t('signedOn'), value: signed && `${dayText(signed.on)} · ${t(signed.method)}` },
          { term: t('reference'), value: signed?.reference },
          { term: t('withdrawnFor'), value: withdrawn?.reason },
          {
            term: t('beside'),
            value: <a href={addressOf('/staf/cakupan', { from, to })}>{t('besideLink', { period: periodOf(of) })}</a>,
          },
        ]}
      />
    </div>
  );
};

/** Drawing a page takes the server a moment. */
const timeoutMs = 60_000;

const Paper = ({ statement }: { statement: NilStatementShown }) => {
  const { regency, id, from, to } = statement;
  const get = useAction(async () => {
    const params = { regency, statement: id };
    const file = await api('GET /api/regencies/:regency/documents/nil-statements/:statement', { params, timeoutMs });
    downloadBlob(file, `pernyataan-nihil-${from}-${to}.pdf`);
  });
  return (
    <>
      <Button
        look="second"
        icon={<Download class="icon" aria-hidden="true" />}
        busy={get.busy}
        aria-label={t('pdfOf', { period: periodOf(statement) })}
        onClick={() => void get.run()}
      >
        {t('pdf')}
      </Button>
      {get.problem && <ProblemNotice problem={get.problem} />}
    </>
  );
};

export const Statement = ({ statement, onChanged }: { statement: NilStatementShown; onChanged: () => void }) => {
  const staff = useStaff();
  const organizer = may.organize(staff);
  const [doing, setDoing] = useState<'sign' | 'withdraw'>();
  const [tone, icon] = tones[statement.state];
  const close = () => setDoing(undefined);
  const changed = (): void => {
    close();
    onChanged();
  };
  const period = periodOf(statement);
  return (
    <li class="statement stack">
      <div class="row">
        <h2>{period}</h2>
        <StatusTag tone={tone} icon={icon} word={t(statement.state)} />
      </div>
      <Facts of={statement} />
      <div class="row no-print">
        {organizer && statement.state === 'DRAFT' && (
          <Button
            icon={<PenLine class="icon" aria-hidden="true" />}
            aria-label={t('signOf', { period })}
            onClick={() => setDoing('sign')}
          >
            {t('sign')}
          </Button>
        )}
        {staff.role !== 'operator' && <Paper statement={statement} />}
        {organizer && statement.state !== 'WITHDRAWN' && (
          <Button
            look="quiet"
            icon={<Ban class="icon" aria-hidden="true" />}
            aria-label={t('withdrawOf', { period })}
            onClick={() => setDoing('withdraw')}
          >
            {t('withdraw')}
          </Button>
        )}
      </div>
      {doing === 'sign' && <SignDialog statement={statement} onClose={close} onChanged={changed} />}
      {doing === 'withdraw' && <WithdrawDialog statement={statement} onClose={close} onChanged={changed} />}
    </li>
  );
};
