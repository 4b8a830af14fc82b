import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface StepHeadingProps {
  id: string;
  step: string;
  /** It is known that the page was come to by what was done on another one. */
  comeTo: boolean;
  children: ComponentChildren;
}

/**
 * The heading of the step that the page is at; it takes the focus whenever the step changes, and when the page was come to from
 * another one, so that a screen reader says where one is. A page that was just opened keeps the browser's own start.
 */
export const StepHeading = ({ id, step, comeTo, children }: StepHeadingProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<string>();
  useEffect(() => {
    const arrived = comeTo || document.activeElement?.id === 'isi';
    if (before.current === undefined ? arrived : before.current !== step) heading.current?.focus();
    before.current = step;
  }, [step]);
  return (
    <h2 id={id} tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
};
