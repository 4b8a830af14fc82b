/** The region of the venue by steps: regency, district, village; the deepest chosen code is kept. */
import { api } from '../../../shared/api.ts';
import { ProblemNotice, SelectField } from '../../../shared/ui/index.ts';
import { useLoad } from '../../../shared/use-load.ts';
import { useRegency } from '../../frame/staff.ts';
import { t } from './texts.ts';

/** A code's ancestors by their length: `18`, `18.13`, `18.13.01`, `18.13.01.2002`. */
const part = (code: string, length: number): string => (code.length >= length ? code.slice(0, length) : '');

const useChildren = (parent: string) =>
  useLoad(parent, async (signal) =>
    parent
      ? (await api('GET /api/regions/:region/children', { params: { region: parent }, query: {}, signal })).items
      : [],
  );

interface StepProps {
  id: string;
  label: string;
  parent: string;
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
}

const Step = ({ id, label, parent, value, onChange, error }: StepProps) => {
  const children = useChildren(parent);
  if (children.problem) return <ProblemNotice problem={children.problem} retry={children.reload} />;
  return (
    <SelectField
      id={id}
      label={label}
      error={error}
      value={value}
      empty={t('wholeRegency')}
      disabled={!parent || children.loading}
      onChange={onChange}
      options={(children.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
};

interface Props {
  value: string;
  onChange: (code: string) => void;
  error: string | undefined;
}

export const RegionPicker = ({ value, onChange, error }: Props) => {
  const { code, labels } = useRegency();
  const province = code.slice(0, 2);
  const regency = part(value, 5);
  const district = part(value, 8);
  return (
    <div class="regions">
      <Step
        id="venue-region"
        label={t('regency')}
        parent={province}
        value={regency}
        error={error}
        onChange={(chosen) => onChange(chosen || province)}
      />
      <Step
        id="venue-district"
        label={labels.district}
        parent={regency}
        value={district}
        onChange={(chosen) => onChange(chosen || regency)}
      />
      <Step
        id="venue-village"
        label={labels.village}
        parent={district}
        value={part(value, 13)}
        onChange={(chosen) => onChange(chosen || district)}
      />
    </div>
  );
};
