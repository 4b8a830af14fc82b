import { useEffect, useRef } from 'preact/hooks';
import { common } from '../texts.ts';

export interface FormError {
  /** The id of the field. */
  id: string;
  text: string;
}

/** Everything that is wrong with a form, on top of it, each linked to its field; takes the focus when it appears. */
export const ErrorSummary = ({ errors }: { errors: readonly FormError[] }) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length) box.current?.focus();
  }, [errors]);
  if (!errors.length) return null;
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{common('summaryTitle')}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.id}>
            <a
              href={`#${error.id}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(error.id);
                field?.scrollIntoView({ block: 'center' });
                field?.focus();
              }}
            >
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
