import { preciseClockIn } from '../../shared/format.ts';
import { EmptyState } from '../../shared/ui/states.tsx';
import { StatusTag, type Tone } from '../../shared/ui/status-tag.tsx';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import { type Result, toneOf } from '../scan/result.ts';
import { t } from '../texts.ts';
import type { Desk, Entry } from './desk.ts';
import { presenceOf } from './person.ts';
import { detailOf, headOf } from './verdict-words.ts';

const tagTone = (result: Result | undefined): Tone => (result ? toneOf(result) : 'plain');

const LastScan = ({ desk, entry }: { desk: Desk; entry: Entry }) => {
  const { scan, result } = entry;
  const { zone } = desk.session;
  const invitation =
    entry.invitation ?? ('invitation' in scan.target ? desk.list.byId(scan.target.invitation) : undefined);
  const presence = invitation && result?.kind === 'accepted' ? presenceOf(invitation) : undefined;
  const detail = result?.kind === 'waiting' ? undefined : detailOf(result, zone);
  return (
    <li>
      <div class="row between">
        <StatusTag tone={tagTone(result)} word={headOf(result)} />
        <span class="small soft">{preciseClockIn(zone, scan.scannedAt)}</span>
      </div>
      <p class="strong">{invitation ? officeHeld(invitation.office, invitation.holder?.acting) : t('unknownPerson')}</p>
      {invitation?.holder && <p>{nameWithTitles(invitation.holder)}</p>}
      {presence && <p>{presence}</p>}
      {detail && <p class="small soft">{detail}</p>}
    </li>
  );
};

export const LastScans = ({ desk }: { desk: Desk }) => {
  const entries = desk.entries.value;
  if (!entries.length) {
    return (
      <EmptyState title={t('noScans')}>
        <p>{t('noScansText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <h2>{t('lastScans')}</h2>
      <ol class="last-scans">
        {entries.map((entry) => (
          <LastScan key={entry.scan.nonce} desk={desk} entry={entry} />
        ))}
      </ol>
    </>
  );
};
