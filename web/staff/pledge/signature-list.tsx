/** All signatures in their order, each with the person who signed, as far as known (rules 3 and 10). */
import { apiAll, type ItemOf } from '../../shared/api.ts';
import { clockIn } from '../../shared/format.ts';
import { type Column, DataTable, EmptyState, WhenLoaded } from '../../shared/ui/index.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { nameWithTitles, officeHeld } from '../../shared/words.ts';
import { useMore } from '../frame/use-more.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';

type SignatureShown = ItemOf<'GET /api/sessions/:session/signatures'>;

export const useSignatures = (session: string): Loaded<SignatureShown[]> =>
  useLoad(session, (signal) =>
    apiAll('GET /api/sessions/:session/signatures', { params: { session }, query: {}, signal }),
  );

interface Numbered extends SignatureShown {
  order: number;
}

/** A delegate stands under their own name; the office they came for is told as such. */
const Signer = ({ signature: { kind, name, office, person } }: { signature: SignatureShown }) => {
  const delegate = kind === 'delegate';
  const own = delegate ? person?.office : officeHeld(office, person?.acting);
  const known = person?.name ? nameWithTitles({ ...person, name: person.name }) : undefined;
  const unknown = delegate ? t('delegateUnnamed') : t('holderUnnamed');
  return (
    <>
      {known ?? <span class="soft">{unknown}</span>}
      {own && <span class="regular block">{own}</span>}
      {person?.rank && <span class="small soft block">{person.rank}</span>}
      {person?.nipMasked && <span class="small soft block nowrap">{t('nip', { nip: person.nipMasked })}</span>}
      {delegate && <span class="small soft block">{t('delegateOf', { office })}</span>}
      {!office.includes(name) && <span class="small soft block">{name}</span>}
    </>
  );
};

const columns = (session: SessionShown): Column<Numbered>[] => [
  { head: t('order'), cell: (row) => row.order },
  { head: t('who2'), rowHead: true, cell: (row) => <Signer signature={row} /> },
  { head: t('kind'), cell: (row) => t(`kind_${row.kind}`) },
  { head: t('method'), cell: (row) => t(row.method) },
  { head: t('at'), cell: (row) => <span class="nowrap">{clockIn(session.zone, row.at)}</span> },
];

const Rows = ({ session, signatures }: { session: SessionShown; signatures: readonly SignatureShown[] }) => {
  const { shown, button } = useMore(signatures.map((signature, index) => ({ ...signature, order: index + 1 })));
  if (!signatures.length) return <EmptyState title={t('none')} />;
  return (
    <>
      <DataTable
        caption={t('listTitle')}
        columns={columns(session)}
        rows={shown}
        rowKey={(row) => `${row.invitation} ${row.kind}`}
      />
      {button}
    </>
  );
};

export const SignatureList = ({ session, loaded }: { session: SessionShown; loaded: Loaded<SignatureShown[]> }) => (
  <WhenLoaded loaded={loaded}>{(signatures) => <Rows session={session} signatures={signatures} />}</WhenLoaded>
);
