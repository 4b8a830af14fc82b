/** From the API's field errors (JSON pointers into the input) to the fields of a form. */
import type { FieldError } from '../../functions/platform/problem.ts';
import { isProblemCode, problemSentence } from './api-problem.ts';
import { common } from './texts.ts';
import type { FormError } from './ui/error-summary.tsx';

const sentence = (rule: string): string => {
  if (isProblemCode(rule)) return problemSentence(rule);
  if (rule === 'too_small' || rule === 'too_big' || rule === 'invalid_format' || rule === 'invalid_type')
    return common(rule);
  return common('invalid');
};

/** `/body/venue/name` is the field with the id `venue-name`: forms name their fields by the input's path. */
export const fieldIdOf = (pointer: string): string =>
  pointer.replace(/^\/(body|query|params)\/?/, '').replaceAll('/', '-');

export const formErrors = (
  errors: readonly FieldError[],
  labelOf: (id: string) => string | undefined = () => undefined,
): FormError[] =>
  errors.map(({ pointer, rule }) => {
    const id = fieldIdOf(pointer);
    const label = labelOf(id);
    return { id, text: label ? `${label}: ${sentence(rule)}` : sentence(rule) };
  });
