/** Form fields: a label, a hint, what is wrong, and the control; all tied together for screen readers. */
import { CircleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { common } from '../texts.ts';

export interface FieldProps {
  /** Also what the error summary links to. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says so in the label: most fields are required. */
  optional?: boolean;
  short?: boolean;
}

interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

const described = ({ id, hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

const Fault = ({ id, error }: { id: string; error: string }) => (
  <p class="fault" id={`${id}-error`}>
    <CircleAlert class="icon" aria-hidden="true" />
    <span>{error}</span>
  </p>
);

export const Field = (props: FieldProps & { children: (control: ControlProps) => ComponentChildren }) => {
  const { id, label, hint, error, optional, short, children } = props;
  return (
    <div class={`field${error ? ' bad' : ''}${short ? ' short' : ''}`}>
      <label for={id}>{optional ? common('optional', { label }) : label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <Fault id={id} error={error} />}
      {children({ id, 'aria-describedby': described(props), 'aria-invalid': error ? 'true' : undefined })}
    </div>
  );
};

interface TextFieldProps extends FieldProps {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'search' | 'tel' | 'datetime-local' | 'date' | 'number';
  autocomplete?: 'off' | 'name' | 'organization-title';
  maxLength?: number;
}

export const TextField = ({
  value,
  onInput,
  type = 'text',
  autocomplete = 'off',
  maxLength,
  ...field
}: TextFieldProps) => (
  <Field {...field}>
    {(control) => (
      <input
        {...control}
        type={type}
        value={value}
        autocomplete={autocomplete}
        {...(maxLength ? { maxLength } : {})}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

export const TextArea = ({ value, onInput, rows = 3, maxLength, ...field }: TextFieldProps & { rows?: number }) => (
  <Field {...field}>
    {(control) => (
      <textarea
        {...control}
        rows={rows}
        value={value}
        {...(maxLength ? { maxLength } : {})}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    )}
  </Field>
);

interface SelectFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  /** The first, empty choice; none when omitted. */
  empty?: string;
  disabled?: boolean;
}

export const SelectField = ({ value, onChange, options, empty, disabled = false, ...field }: SelectFieldProps) => (
  <Field {...field}>
    {(control) => (
      <select {...control} value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

export interface Choice {
  value: string;
  label: ComponentChildren;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface ChoicesProps extends FieldProps {
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** One of them only. */
  single?: boolean;
  /** A heading right above says it already: the legend is then for screen readers only. */
  labelHidden?: boolean;
  /** Side by side instead of one below the other: for a few short choices. */
  inline?: boolean;
}

/** Check boxes, or radio buttons when only one may be chosen. */
export const Choices = ({
  choices,
  chosen,
  onChange,
  single = false,
  labelHidden = false,
  inline = false,
  ...field
}: ChoicesProps) => {
  const { id, label, hint, error } = field;
  const change = (value: string, on: boolean): void => {
    if (single) onChange([value]);
    else
      onChange(
        choices.map((choice) => choice.value).filter((known) => (known === value ? on : chosen.includes(known))),
      );
  };
  return (
    <fieldset
      class={`field${error ? ' bad' : ''}${inline ? ' inline' : ''}`}
      id={id}
      tabIndex={-1}
      aria-describedby={described(field)}
    >
      <legend class={labelHidden ? 'hidden-label' : undefined}>{label}</legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <Fault id={id} error={error} />}
      {choices.map((choice) => (
        <label class="choice" key={choice.value}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={id}
            checked={chosen.includes(choice.value)}
            disabled={choice.disabled ?? false}
            onChange={(event) => change(choice.value, event.currentTarget.checked)}
          />
          <span>
            {choice.label}
            {choice.hint && <span class="hint"> {choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
