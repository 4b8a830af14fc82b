/** Copying a text, and saying whether it worked: the clipboard is missing on plain http, and may be forbidden. */
import { Copy } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { dictionary } from '../../shared/i18n.ts';
import { Button, type ButtonLook } from '../../shared/ui/index.ts';

const t = dictionary({
  failed: ['Tidak dapat menyalin. Pilih teksnya, lalu salin.', 'Could not copy. Select the text, then copy it.'],
});

/** Resolves to whether the text is in the clipboard. */
export const copyText = (text: string): Promise<boolean> =>
  (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'))).then(
    () => true,
    () => false,
  );

interface Props {
  text: string;
  label: string;
  /** What is said once it is copied. */
  done: string;
  look?: ButtonLook;
  /** For screen readers, where the label says it of several things. */
  name?: string;
}

export const CopyButton = ({ text, label, done, look = 'second', name }: Props) => {
  const [copied, setCopied] = useState<{ text: string; well: boolean }>();
  const copy = async (): Promise<void> => setCopied({ text, well: await copyText(text) });
  // Another text than the one that was copied: nothing is said of it yet.
  const said = copied?.text === text ? copied : undefined;
  return (
    <>
      <Button
        look={look}
        icon={<Copy class="icon" aria-hidden="true" />}
        onClick={() => void copy()}
        {...(name ? { 'aria-label': name } : {})}
      >
        {label}
      </Button>
      <span role="status" class="small soft">
        {said && (said.well ? done : t('failed'))}
      </span>
    </>
  );
};
