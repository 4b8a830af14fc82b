/** How a figure was counted, in a sentence with the figures of this moment; and the way to the list behind it. */
import { Info } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { common } from '../../shared/texts.ts';
import { ButtonLink, Dialog } from '../../shared/ui/index.ts';
import { t } from './regent-texts.ts';

export interface Counted {
  /** What is counted. */
  of: string;
  sentences: readonly string[];
  /** Where the list behind it stands; none where nobody may look. */
  href?: string | undefined;
}

export const How = ({ of, sentences, href }: Counted) => {
  const [open, setOpen] = useState(false);
  // What stands on this page is there once the dialog is closed.
  const leads = href !== undefined && !href.startsWith('#');
  return (
    <>
      <button type="button" class="how no-print" aria-label={t('howOf', { of })} onClick={() => setOpen(true)}>
        <Info class="icon" aria-hidden="true" />
      </button>
      <Dialog
        title={t('howOf', { of })}
        open={open}
        onClose={() => setOpen(false)}
        closeLabel={common('close')}
        toBeRead
        actions={leads && <ButtonLink href={href}>{t('toList')}</ButtonLink>}
      >
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Dialog>
    </>
  );
};

/** Part of a page with the way to how it was counted at its upper right edge, beside its heading. */
export const Explained = ({ part, children, ...counted }: Counted & { part: string; children: ComponentChildren }) => (
  <div class={`explained ${part}`}>
    {children}
    <How {...counted} />
  </div>
);
