/** Under which root and key, and since when; of a session every head and what it covers. */
import { dateTimeIn, number } from '../shared/format.ts';
import { headName, inGroups, leafKindName, leafKinds, sealWords } from '../shared/seal-words.ts';
import { DataTable } from '../shared/ui/data-table.tsx';
import { SummaryList } from '../shared/ui/summary-list.tsx';
import { type HeadShown, keyIdOf } from './check-heads.ts';
import type { CheckView } from './check-steps.ts';
import { PrintedRoot } from './printed-root.tsx';
import { t } from './texts.ts';

type Zone = CheckView['session']['zone'];

const Groups = ({ hash }: { hash: string }) => <code class="groups">{inGroups(hash)}</code>;

const HeadTable = ({ heads, zone }: { heads: readonly HeadShown[]; zone: Zone }) => (
  <DataTable
    caption={t('heads')}
    rows={heads}
    rowKey={({ head }) => String(head.number)}
    columns={[
      { head: t('headNumber'), cell: ({ head }) => headName(head.number), rowHead: true },
      { head: t('headAt'), cell: ({ head }) => dateTimeIn(zone, head.at) },
      { head: t('headSize'), cell: ({ head }) => number(head.size), numeric: true },
      { head: sealWords('root'), cell: ({ head }) => <Groups hash={head.root} /> },
    ]}
  />
);

const Counts = ({ counts }: { counts: HeadShown['head']['counts'] }) => (
  <DataTable
    caption={t('counts')}
    narrow="fit"
    rows={leafKinds.filter((kind) => counts[kind])}
    rowKey={(kind) => kind}
    columns={[
      { head: t('kind'), cell: leafKindName, rowHead: true },
      { head: t('count'), cell: (kind) => number(counts[kind] ?? 0), numeric: true },
    ]}
  />
);

const KeyChanges = ({ heads, zone }: { heads: readonly HeadShown[]; zone: Zone }) => (
  <>
    {heads
      .filter(({ head }) => head.replacesKey)
      .map(({ head }) => (
        <p key={head.number}>{t('newKey', { at: dateTimeIn(zone, head.at) })}</p>
      ))}
  </>
);

const lastLine = ({ head }: HeadShown, zone: Zone): string =>
  [headName(head.number), dateTimeIn(zone, head.at), t('size', { n: number(head.size) })].join(', ');

export const SealPart = ({ view }: { view: CheckView }) => {
  const { heads, session } = view;
  const [first, last] = [heads[0], heads.at(-1)];
  if (!first || !last) return null;
  return (
    <section class="stack" aria-labelledby="segel">
      <h2 id="segel">{t('seal')}</h2>
      <SummaryList
        rows={[
          { term: t('since'), value: dateTimeIn(session.zone, first.head.at) },
          {
            term: t('last'),
            value: heads.length > 1 ? lastLine(last, session.zone) : undefined,
          },
          // As this phone works it out of the key itself, not as the server calls it.
          { term: sealWords('key'), value: <Groups hash={keyIdOf(last.publicKey)} /> },
        ]}
      />
      <p>{t('compareKey')}</p>
      <KeyChanges heads={heads} zone={session.zone} />
      <p class="no-print">
        <a href="/api/seal-keys">{t('keys')}</a>
      </p>
      <HeadTable heads={heads} zone={session.zone} />
      <PrintedRoot heads={heads} />
      {view.about === 'SESSION' ? (
        <Counts counts={last.head.counts} />
      ) : (
        <p class="no-print">
          <a href={`/v/${view.sessionCheck}`}>{t('allHeads')}</a>
        </p>
      )}
    </section>
  );
};
