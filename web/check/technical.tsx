/** Everything that was sent, to be read or checked by another program. */
import { Download } from 'lucide-preact';
import { leafHashOf } from '../../functions/seals/verify-proof.ts';
import { downloadBlob } from '../shared/download.ts';
import { number } from '../shared/format.ts';
import { headName, leafKindName } from '../shared/seal-words.ts';
import { Button } from '../shared/ui/button.tsx';
import type { CheckedProof } from './check-record.ts';
import type { Checked, CheckView } from './check-steps.ts';
import { sha256 } from './crypto.ts';
import { t } from './texts.ts';

export interface TechnicalProps {
  code: string;
  view: CheckView;
  checked: Checked;
}

const save = (code: string, view: CheckView): void =>
  downloadBlob(
    new Blob([JSON.stringify(view, null, 2)], { type: 'application/json' }),
    `bukti-${code.slice(0, 10)}.json`,
  );

const Text = ({ label, text }: { label: string; text: string }) => (
  <div>
    <p class="strong small">{label}</p>
    <pre>{text}</pre>
  </div>
);

const Record = ({ checked: { proof, leaf }, size }: { checked: CheckedProof; size: number }) => {
  if (proof.leaf === null || !leaf) return null;
  const title = t('leaf', { n: number((proof.index ?? 0) + 1), size: number(size), what: leafKindName(leaf.kind) });
  return (
    <section class="stack-tight">
      <h3>{title}</h3>
      <Text label={t('leafText')} text={proof.leaf} />
      <Text label={t('leafHash')} text={leafHashOf(sha256, proof.leaf)} />
      <Text label={t('path')} text={proof.path.join('\n')} />
      {proof.openings.length > 0 && <Text label={t('openings')} text={JSON.stringify(proof.openings, null, 2)} />}
    </section>
  );
};

export const TechnicalPart = ({ code, view, checked }: TechnicalProps) => {
  const size = view.heads.at(-1)?.head.size ?? 0;
  return (
    <div class="stack">
      <Button look="second" icon={<Download class="icon" aria-hidden="true" />} onClick={() => save(code, view)}>
        {t('download')}
      </Button>
      {checked.proofs.map((one, index) => (
        <Record key={one.proof.index ?? `-${index}`} checked={one} size={size} />
      ))}
      {view.heads.map((head) => (
        <Text
          key={head.head.number}
          label={`${t('head')}: ${headName(head.head.number)}`}
          text={JSON.stringify(head, null, 2)}
        />
      ))}
    </div>
  );
};
