/** What an organiser does with a unit: pages for what is typed, dialogs for what only needs a day. */
import { Pencil, UserRoundCheck, UserRoundPen } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { UnitShown } from '../../../functions/roster/unit-schema.ts';
import { api } from '../../shared/api.ts';
import { Button, ButtonLink, Dialog, ProblemNotice, TextField } from '../../shared/ui/index.ts';
import { useAction } from '../../shared/use-load.ts';
import { nameWithTitles } from '../../shared/words.ts';
import { useRegency } from '../frame/staff.ts';
import { todayIn } from './days.ts';
import { t } from './unit-texts.ts';
import { factsOf, tooEarly, unitPath } from './use-unit.ts';

interface Props {
  unit: UnitShown;
  /** Reads the unit anew. */
  onDone: () => void;
}

interface DayDialogProps {
  title: string;
  text: string;
  label: string;
  sure: string;
  /** What is wrong with the day, in words; undefined when it will do. */
  faultOf: (day: string) => string | undefined;
  send: (day: string) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}

/** A question that a day answers. */
const DayDialog = ({ title, text, label, sure, faultOf, send, onClose, onDone }: DayDialogProps) => {
  const [day, setDay] = useState(todayIn(useRegency().zone));
  const [fault, setFault] = useState<string>();
  const save = useAction(async () => {
    await send(day);
    onDone();
  });
  const confirm = (): void => {
    const found = faultOf(day);
    setFault(found);
    if (found === undefined) void save.run();
  };
  const changed = save.problem?.code === 'UNIT_CHANGED';
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      actions={
        <Button look="danger" busy={save.busy} onClick={confirm}>
          {sure}
        </Button>
      }
    >
      <p>{text}</p>
      <TextField id="mulai-tanggal" type="date" short label={label} error={fault} value={day} onInput={setDay} />
      {save.problem && (
        <ProblemNotice problem={save.problem} {...(changed ? { retry: onDone, retryLabel: t('readAnew') } : {})} />
      )}
    </Dialog>
  );
};

const VacateDialog = ({ unit, onDone, onClose }: Props & { onClose: () => void }) => {
  const { code, zone } = useRegency();
  const faultOf = (day: string): string | undefined => {
    if (day === '' || day > todayIn(zone)) return t('future');
    return tooEarly(unit, day);
  };
  const send = (from: string) =>
    api('POST /api/regencies/:regency/units/:unit/holder', {
      params: { regency: code, unit: unit.id },
      body: { version: unit.version, to: { change: 'REPLACE', holder: null, from } },
    });
  return (
    <DayDialog
      title={t('vacateTitle', { office: unit.office })}
      text={t('vacateText', { who: unit.holder ? nameWithTitles(unit.holder) : '' })}
      label={t('vacantFrom')}
      sure={t('vacateSure')}
      {...{ faultOf, send, onClose, onDone }}
    />
  );
};

const RetireDialog = ({ unit, onDone, onClose }: Props & { onClose: () => void }) => {
  const { code } = useRegency();
  const send = (retiredOn: string) =>
    api('PUT /api/regencies/:regency/units/:unit', {
      params: { regency: code, unit: unit.id },
      body: { ...factsOf(unit), retiredOn, version: unit.version },
    });
  return (
    <DayDialog
      title={t('retireTitle', { unit: unit.name })}
      text={t('retireText')}
      label={t('retiredFrom')}
      sure={t('retireSure')}
      faultOf={(day) => (day === '' ? t('dayNeeded') : undefined)}
      {...{ send, onClose, onDone }}
    />
  );
};

const RestoreButton = ({ unit, onDone }: Props) => {
  const { code } = useRegency();
  const restore = useAction(async () => {
    const { retiredOn: _, ...facts } = factsOf(unit);
    const params = { regency: code, unit: unit.id };
    await api('PUT /api/regencies/:regency/units/:unit', { params, body: { ...facts, version: unit.version } });
    onDone();
  });
  return (
    <>
      <Button look="second" busy={restore.busy} onClick={() => void restore.run()}>
        {t('restore')}
      </Button>
      {restore.problem && <ProblemNotice problem={restore.problem} retry={onDone} retryLabel={t('readAnew')} />}
    </>
  );
};

/** Beside the holder. */
export const HolderActions = ({ unit, onDone }: Props) => {
  const [asking, setAsking] = useState(false);
  const done = (): void => {
    setAsking(false);
    onDone();
  };
  return (
    <div class="row actions no-print">
      <ButtonLink href={`${unitPath(unit.id)}/pejabat`} icon={<UserRoundCheck class="icon" aria-hidden="true" />}>
        {t(unit.holder ? 'replace' : 'fill')}
      </ButtonLink>
      {unit.holder && (
        <>
          <ButtonLink
            href={`${unitPath(unit.id)}/perbaiki`}
            look="second"
            icon={<UserRoundPen class="icon" aria-hidden="true" />}
          >
            {t('correct')}
          </ButtonLink>
          <Button look="second" onClick={() => setAsking(true)}>
            {t('vacate')}
          </Button>
        </>
      )}
      {asking && <VacateDialog unit={unit} onDone={done} onClose={() => setAsking(false)} />}
    </div>
  );
};

/** Beside the facts of the unit. */
export const UnitActions = ({ unit, onDone }: Props) => {
  const [asking, setAsking] = useState(false);
  const done = (): void => {
    setAsking(false);
    onDone();
  };
  return (
    <div class="row actions no-print">
      <ButtonLink href={`${unitPath(unit.id)}/ubah`} look="second" icon={<Pencil class="icon" aria-hidden="true" />}>
        {t('edit')}
      </ButtonLink>
      {unit.retiredOn === undefined ? (
        <Button look="second" onClick={() => setAsking(true)}>
          {t('retire')}
        </Button>
      ) : (
        <RestoreButton unit={unit} onDone={onDone} />
      )}
      {asking && <RetireDialog unit={unit} onDone={done} onClose={() => setAsking(false)} />}
    </div>
  );
};
