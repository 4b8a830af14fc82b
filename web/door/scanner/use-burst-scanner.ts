/** Listens for scanners that type, wherever the focus is; what they typed into a field is taken out again. */
import { useEffect } from 'preact/hooks';
import { makeBurstReader } from './burst-reader.ts';

const takeOut = (field: EventTarget | null, code: string): void => {
  if (!(field instanceof HTMLInputElement) || !field.value.endsWith(code)) return;
  field.value = field.value.slice(0, -code.length);
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

export const useBurstScanner = (onCode: (code: string) => void): void => {
  useEffect(() => {
    const reader = makeBurstReader();
    const listen = (event: KeyboardEvent): void => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const code = reader.key(event.key, event.timeStamp);
      if (code === undefined) return;
      // The Enter of a scanner must not press the button that has the focus.
      event.preventDefault();
      event.stopPropagation();
      takeOut(event.target, code);
      onCode(code);
    };
    addEventListener('keydown', listen, { capture: true });
    return () => removeEventListener('keydown', listen, { capture: true });
  }, [onCode]);
};
