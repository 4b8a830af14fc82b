/** The lines of a sheet: while it is typed each with who signed and as what, afterwards with what became of it. */
import { Trash2 } from 'lucide-preact';
import { problemSentence } from '../../shared/api-problem.ts';
import { number } from '../../shared/format.ts';
import { Button, Choices, DataTable, SelectField, SignerFields, StatusTag } from '../../shared/ui/index.ts';
import { signatureName } from '../../shared/words.ts';
import { type InvitationShown, officeOf } from '../invitations/invitation.ts';
import { PersonLine } from './find-person.tsx';
import type { Line, Outcome, Outcomes } from './paper-draft.ts';
import { t } from './paper-texts.ts';
import { type As, kindOf } from './turn.ts';

const ways: readonly As[] = ['signer', 'symbolic', 'witness'];

interface LineProps {
  line: Line;
  invitation: InvitationShown | undefined;
  onChange: (line: Line) => void;
  onRemove: () => void;
}

export const LineFields = ({ line, invitation, onChange, onRemove }: LineProps) => {
  const office = invitation ? officeOf(invitation) : line.id;
  return (
    <li class="entry stack-tight">
      <div class="row between">
        <span class="grow">{invitation ? <PersonLine invitation={invitation} /> : line.id}</span>
        <Button
          look="quiet"
          icon={<Trash2 class="icon" aria-hidden="true" />}
          aria-label={t('removeOf', { office })}
          onClick={onRemove}
        >
          {t('remove')}
        </Button>
      </div>
      <div class="row row-end">
        <Choices
          id={`siapa-${line.id}`}
          label={t('who', { office })}
          labelHidden
          single
          inline
          choices={[
            { value: 'holder', label: t('holder') },
            { value: 'delegate', label: t('delegate') },
          ]}
          chosen={[line.who]}
          onChange={([who]) => onChange({ ...line, who: who === 'delegate' ? 'delegate' : 'holder' })}
        />
        <SelectField
          id={`sebagai-${line.id}`}
          label={t('as')}
          value={line.as}
          options={ways.map((value) => ({ value, label: t(`as_${value}`) }))}
          onChange={(as) => onChange({ ...line, as: ways.find((way) => way === as) ?? 'signer' })}
        />
      </div>
      {line.who === 'delegate' && (
        <SignerFields
          id={line.id}
          signer={line.signer}
          onType={(typed) => onChange({ ...line, signer: { ...line.signer, ...typed } })}
        />
      )}
    </li>
  );
};

const Result = ({ outcome }: { outcome: Outcome | undefined }) => {
  if (!outcome) return <StatusTag tone="plain" icon="clock" word={t('waiting')} />;
  if ('problem' in outcome) {
    return (
      <div>
        <StatusTag tone="bad" word={t('refused')} />
        <p class="small">{outcome.wrongTime ? t('wrongTime') : problemSentence(outcome.problem)}</p>
      </div>
    );
  }
  return outcome.result === 'already' ? (
    <StatusTag tone="warn" icon="info" word={t('already')} />
  ) : (
    <StatusTag tone="good" icon="check" word={t('recorded')} />
  );
};

interface ResultsProps {
  lines: readonly Line[];
  outcomes: Outcomes;
  byId: ReadonlyMap<string, InvitationShown>;
}

export const LineResults = ({ lines, outcomes, byId }: ResultsProps) => (
  <DataTable
    caption={t('count', { n: number(lines.length) })}
    columns={[
      {
        head: t('line'),
        rowHead: true,
        cell: ({ id, signer, who, as }) => {
          const invitation = byId.get(id);
          return (
            <>
              {invitation ? <PersonLine invitation={invitation} /> : id}
              <span class="small soft block">
                {[signatureName(kindOf(as, who)), who === 'delegate' && signer.name].filter(Boolean).join(' · ')}
              </span>
            </>
          );
        },
      },
      { head: t('result'), unlabelled: true, cell: ({ nonce }) => <Result outcome={outcomes[nonce]} /> },
    ]}
    rows={lines}
    rowKey={({ nonce }) => nonce}
  />
);
