/** The mapping screen: point at the row of titles, say what each column holds, and the file is read again with that. */
import { useState } from 'preact/hooks';
import type { RosterField } from '../../../../functions/imports/roster-columns.ts';
import { Button, ErrorSummary, type FormError, Notice, ProblemNotice, SelectField } from '../../../shared/ui/index.ts';
import { useAction } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { PlanProblem } from './choose-file.tsx';
import { FirstRows } from './first-rows.tsx';
import {
  columnsToAsk,
  type DraftColumn,
  draftOf,
  faultsOf,
  type ImportShown,
  type MappingDraft,
  type MappingFault,
  mappingOf,
  titlesOf,
  withField,
  withHeaderRow,
} from './mapping-draft.ts';
import { fieldsInOrder, rosterFieldName, t } from './mapping-texts.ts';
import { remember, saidOfColumns } from './memory.ts';
import type { ReadAgain } from './use-read-again.ts';

const idOfColumn = (column: string): string => `kolom-${column}`;

const titleOf = ({ column, title }: DraftColumn): string =>
  title ? t('columnNamed', { column, title }) : t('columnUntitled', { column });

const ColumnField = ({
  shown,
  error,
  onChange,
}: {
  shown: DraftColumn;
  error: string | undefined;
  onChange: (field: RosterField | null) => void;
}) => {
  const { labels } = useRegency();
  const { column, field, samples } = shown;
  return (
    <SelectField
      id={idOfColumn(column)}
      label={titleOf(shown)}
      hint={samples.length ? t('samples', { values: samples.join(' · ') }) : t('noSamples')}
      error={error}
      value={field ?? ''}
      empty={t('skip')}
      onChange={(value) => onChange(value === '' ? null : (value as RosterField))}
      options={fieldsInOrder.map((each) => ({ value: each, label: rosterFieldName(each, labels.district) }))}
    />
  );
};

const useFormErrors = () => {
  const { labels } = useRegency();
  return (draft: MappingDraft, faults: readonly MappingFault[]): FormError[] =>
    faults.map((each) => {
      if (each.fault === 'row') return { id: 'baris-judul', text: t('faultRow') };
      if (each.fault === 'unit') {
        return { id: idOfColumn(columnsToAsk(draft)[0]?.column ?? 'A'), text: t('faultUnit') };
      }
      const field = draft.columns.find(({ column }) => column === each.column)?.field;
      const name = field ? rosterFieldName(field, labels.district) : '';
      return {
        id: idOfColumn(each.column),
        text: t('faultTwice', { column: each.column, field: name, first: each.first }),
      };
    });
};

interface MappingFormProps {
  shown: ImportShown;
  readAgain: ReadAgain;
  /** Where the columns are known and only looked at: back to the plan without a change. */
  onCancel?: () => void;
}

export const MappingForm = ({ shown, readAgain, onCancel }: MappingFormProps) => {
  const { code } = useRegency();
  const [draft, setDraft] = useState(() => draftOf(shown));
  const [errors, setErrors] = useState<FormError[]>([]);
  const errorsOf = useFormErrors();
  const save = useAction(async () => {
    await remember(code, saidOfColumns(titlesOf(draft), mappingOf(draft)));
    await readAgain.start();
  });
  const submit = (): void => {
    const found = errorsOf(draft, faultsOf(draft));
    setErrors(found);
    if (!found.length) void save.run();
  };
  const asked = columnsToAsk(draft);
  const errorOf = (id: string): string | undefined => errors.find((error) => error.id === id)?.text;
  return (
    <form
      class="stack-wide"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary errors={errors} />
      {shown.firstRows && (
        <FirstRows
          rows={shown.firstRows}
          chosen={draft.headerRow}
          error={errorOf('baris-judul')}
          onChoose={(row) => {
            setDraft(withHeaderRow(shown, row));
            setErrors([]);
          }}
        />
      )}
      <fieldset class="stack">
        <legend class="step-legend">{t('columnsQuestion')}</legend>
        <p class="hint">{t('columnsHint')}</p>
        {draft.headerRow === null ? (
          <p>{t('rowFirst')}</p>
        ) : (
          <div class="mapping">
            {asked.map((column) => (
              <ColumnField
                key={column.column}
                shown={column}
                error={errorOf(idOfColumn(column.column))}
                onChange={(field) => setDraft(withField(draft, column.column, field))}
              />
            ))}
          </div>
        )}
      </fieldset>
      <div class="stack">
        {save.problem && <ProblemNotice problem={save.problem} />}
        <PlanProblem plan={readAgain.plan} />
        <Notice tone="info">{t('remembered')}</Notice>
        <div class="row actions">
          <Button type="submit" busy={save.busy || readAgain.plan.busy}>
            {t('save')}
          </Button>
          {onCancel && (
            <Button look="second" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
};
