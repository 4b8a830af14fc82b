import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { common } from '../texts.ts';
import { Button } from './button.tsx';

interface DialogProps {
  title: string;
  /** Rendered only while open, so that it starts afresh each time. */
  open: boolean;
  onClose: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  /** What the closing button says; "Batal" unless told. */
  closeLabel?: string;
  /** There is something to see before there is something to do: the focus starts at the title, and the top is in view. */
  toBeRead?: boolean;
}

/** A modal on the native element: focus trap, Escape and inertness come with it. */
export const Dialog = ({ title, open, onClose, children, actions, closeLabel, toBeRead = false }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {toBeRead ? (
        <h2 id={titleId} tabIndex={-1} autofocus>
          {title}
        </h2>
      ) : (
        <h2 id={titleId}>{title}</h2>
      )}
      <div class="stack">{children}</div>
      <div class="row actions">
        {actions}
        <Button look="second" onClick={onClose}>
          {closeLabel ?? common('cancel')}
        </Button>
      </div>
    </dialog>
  );
};
