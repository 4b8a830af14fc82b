/** The other offices of whoever was let in, and one button that checks all of them in. */
import { CheckCheck, CircleCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { number } from '../../shared/format.ts';
import { officeHeld } from '../../shared/words.ts';
import type { LogEntry } from '../core/door.ts';
import type { OtherOffice } from '../core/same-person.ts';
import type { Desk } from '../desk/desk.ts';
import { t } from './texts.ts';

const stateWords = { PRESENT: 'otherPresent', DELEGATED: 'otherDelegated' } as const;

const Other = ({ entry: { office, acting }, state }: OtherOffice) => (
  <li>
    {state === 'PRESENT' && <CircleCheck class="icon" aria-hidden="true" />}
    <span>
      <span class="strong">{officeHeld(office, acting)}</span>
      {state !== 'OPEN' && ` – ${t(stateWords[state])}`}
    </span>
  </li>
);

export const AlsoHolds = ({ desk, entry }: { desk: Desk; entry: LogEntry }) => {
  const [busy, setBusy] = useState(false);
  const others = desk.othersOf(entry);
  const open = others.filter(({ state }) => state === 'OPEN').length;
  if (!others.length) return null;
  const take = (): void => {
    if (busy) return;
    setBusy(true);
    void desk.takeOthers(entry).then(() => setBusy(false));
  };
  return (
    <div class="also-holds">
      <p>{t('alsoHolds')}</p>
      <ul>
        {others.map((other) => (
          <Other key={other.entry.id} {...other} />
        ))}
      </ul>
      {open > 0 && (
        <button type="button" aria-busy={busy ? 'true' : undefined} onClick={take}>
          <CheckCheck class="icon" aria-hidden="true" />
          {open === 1 ? t('takeOne') : t('takeAll', { n: number(open) })}
        </button>
      )}
    </div>
  );
};
