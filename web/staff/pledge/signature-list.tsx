/** All signatures in their order, each with the person who signed, as far as known (rules 3 and 10). */
import { useState } from 'preact/hooks';
import { api, apiAll, type ItemOf } from '../../shared/api.ts';
import { clockIn, dateTimeIn, shortDateIn } from '../../shared/format.ts';
import { common } from '../../shared/texts.ts';
import { Button, type Column, DataTable, Dialog, EmptyState, WhenLoaded } from '../../shared/ui/index.ts';
import { Drawn } from '../../shared/ui/signature-pad.tsx';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import { methodName, nameWithTitles, officeHeld, signatureName } from '../../shared/words.ts';
import { useStaff } from '../frame/staff.ts';
import { useMore } from '../frame/use-more.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './signing-texts.ts';

type SignatureShown = ItemOf<'GET /api/sessions/:session/signatures'>;

export const useSignatures = (session: string): Loaded<SignatureShown[]> =>
  useLoad(session, (signal) =>
    apiAll('GET /api/sessions/:session/signatures', { params: { session }, query: {}, signal }),
  );

interface Numbered extends SignatureShown {
  order: number;
}

const nameOf = ({ person, office }: SignatureShown): string =>
  person?.name ? nameWithTitles({ ...person, name: person.name }) : office;

/** A delegate stands under their own name; the office they came for is told as such. */
const Signer = ({ signature }: { signature: SignatureShown }) => {
  const { kind, name, office, person } = signature;
  const delegate = kind === 'delegate';
  const own = delegate ? person?.office : officeHeld(office, person?.acting);
  const unknown = delegate ? t('delegateUnnamed') : t('holderUnnamed');
  return (
    <>
      {person?.name ? nameOf(signature) : <span class="soft">{unknown}</span>}
      {own && <span class="regular block">{own}</span>}
      {person?.rank && <span class="small soft block">{person.rank}</span>}
      {person?.nipMasked && <span class="small soft block nowrap">{t('nip', { nip: person.nipMasked })}</span>}
      {delegate && <span class="small soft block">{t('delegateOf', { office })}</span>}
      {!office.includes(name) && <span class="small soft block">{name}</span>}
    </>
  );
};

/** Strokes are asked for one by one: they lie apart from the list. */
const DrawingDialog = ({
  session,
  signature,
  onClose,
}: {
  session: string;
  signature: SignatureShown;
  onClose: () => void;
}) => {
  const { invitation, kind } = signature;
  const loaded = useLoad(`${invitation} ${kind}`, (signal) =>
    api('GET /api/sessions/:session/invitations/:invitation/signatures/:kind/drawing', {
      params: { session, invitation, kind },
      signal,
    }),
  );
  return (
    <Dialog open title={t('drawingTitle')} onClose={onClose} closeLabel={common('close')}>
      <p class="strong">{nameOf(signature)}</p>
      <WhenLoaded loaded={loaded}>
        {({ drawn }) => <Drawn path={drawn} label={t('drawingAlt', { who: nameOf(signature) })} />}
      </WhenLoaded>
    </Dialog>
  );
};

const HowSigned = ({ signature, onOpen }: { signature: SignatureShown; onOpen: (() => void) | undefined }) => (
  <span>
    {methodName(signature.method)}
    {signature.sheet && `, ${t('onSheet', { sheet: signature.sheet })}`}
    {signature.drawn && onOpen && (
      <span class="block no-print">
        <Button look="quiet" aria-label={t('drawingOf', { who: nameOf(signature) })} onClick={onOpen}>
          {t('drawing')}
        </Button>
      </span>
    )}
  </span>
);

const columns = (
  session: SessionShown,
  open: ((signature: SignatureShown) => void) | undefined,
): Column<Numbered>[] => [
  { head: t('order'), cell: (row) => row.order },
  { head: t('who2'), rowHead: true, cell: (row) => <Signer signature={row} /> },
  { head: t('kind'), cell: (row) => signatureName(row.kind) },
  { head: t('method'), cell: (row) => <HowSigned signature={row} onOpen={open && (() => open(row))} /> },
  {
    head: t('at'),
    cell: ({ at, recordedAt }) => (
      <>
        <span class="nowrap">{shortDateIn(session.zone, at)}</span>{' '}
        <span class="nowrap">{clockIn(session.zone, at)}</span>
        {recordedAt && (
          <span class="small soft block">{t('recorded', { at: dateTimeIn(session.zone, recordedAt) })}</span>
        )}
      </>
    ),
  },
];

const Rows = ({ session, signatures }: { session: SessionShown; signatures: readonly SignatureShown[] }) => {
  const { shown, button } = useMore(signatures.map((signature, index) => ({ ...signature, order: index + 1 })));
  const [opened, setOpened] = useState<SignatureShown>();
  // The API shows strokes to everybody of the staff but the head of region.
  const open = useStaff().role === 'regent' ? undefined : setOpened;
  if (!signatures.length) return <EmptyState title={t('none')} />;
  return (
    <>
      <DataTable
        caption={t('listTitle')}
        columns={columns(session, open)}
        rows={shown}
        rowKey={(row) => `${row.invitation} ${row.kind}`}
      />
      {button}
      {opened && <DrawingDialog session={session.id} signature={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
};

export const SignatureList = ({ session, loaded }: { session: SessionShown; loaded: Loaded<SignatureShown[]> }) => (
  <WhenLoaded loaded={loaded}>{(signatures) => <Rows session={session} signatures={signatures} />}</WhenLoaded>
);
