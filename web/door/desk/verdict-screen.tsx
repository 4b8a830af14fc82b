/** The result fills the display: colour, icon, word, sound; then who it is. Good news leaves by itself, a stop stays. */
import { CircleCheckBig, CircleX, CloudOff, History, LoaderCircle, type LucideIcon } from 'lucide-preact';
import { useEffect, useRef } from 'preact/hooks';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import { type Tone, toneOf } from '../scan/result.ts';
import { t } from '../texts.ts';
import type { Desk, Entry } from './desk.ts';
import { placeOf, presenceOf } from './person.ts';
import { detailOf, headOf } from './verdict-words.ts';

const icons: Record<Tone, LucideIcon> = { good: CircleCheckBig, warn: History, bad: CircleX, info: CloudOff };
const leavesAfterMs: Partial<Record<Tone, number>> = { good: 4_000, info: 6_000 };

const Who = ({ entry: { invitation, result } }: { entry: Entry }) => {
  if (!invitation) return result?.kind === 'waiting' ? <p>{t('unknownCode')}</p> : null;
  const { office, holder } = invitation;
  const presence = result && 'invitation' in result ? presenceOf(invitation) : undefined;
  return (
    <div class="verdict-who">
      <p class="verdict-office">{officeHeld(office, holder?.acting)}</p>
      {holder && <p class="verdict-name">{nameWithTitles(holder)}</p>}
      <p>{placeOf(invitation)}</p>
      {presence && <p class="strong">{presence}</p>}
    </div>
  );
};

const Verdict = ({ desk, entry }: { desk: Desk; entry: Entry }) => {
  const box = useRef<HTMLDialogElement>(null);
  const { result } = entry;
  const tone = result && toneOf(result);
  const Icon = tone ? icons[tone] : LoaderCircle;
  const detail = detailOf(result, desk.session.zone);
  useEffect(() => {
    const dialog = box.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const ms = tone && leavesAfterMs[tone];
    if (!ms) return undefined;
    const timer = setTimeout(desk.dismiss, ms);
    return () => clearTimeout(timer);
  }, [tone, desk, entry.scan.nonce]);
  return (
    <dialog
      ref={box}
      class={`verdict ${tone ?? 'sending'}`}
      aria-labelledby="hasil"
      onCancel={(event) => {
        event.preventDefault();
        desk.dismiss();
      }}
    >
      <div class="verdict-body" role="status">
        <Icon class="verdict-icon" aria-hidden="true" />
        <p id="hasil" class="verdict-head">
          {headOf(result)}
        </p>
        {detail && <p class="verdict-detail">{detail}</p>}
        <Who entry={entry} />
      </div>
      <button type="button" class="verdict-next" onClick={desk.dismiss}>
        {t('next')}
      </button>
    </dialog>
  );
};

export const VerdictScreen = ({ desk }: { desk: Desk }) => {
  const shown = desk.shown.value;
  const entry = desk.entries.value.find(({ scan }) => scan.nonce === shown);
  return entry ? <Verdict desk={desk} entry={entry} /> : null;
};
