/** What a code proves of one person, in plain sentences; each from the leaf where there is one. */
import { Ban, CircleCheck, CircleDashed, CircleX, Ear, type LucideIcon, PenLine, Users } from 'lucide-preact';
import { dateTimeIn } from '../shared/format.ts';
import { headName, shortHash } from '../shared/seal-words.ts';
import type { CheckedProof, RecordLeaf } from './check-record.ts';
import type { Checked, PersonView } from './check-steps.ts';
import { SessionFacts } from './session-facts.tsx';
import { t } from './texts.ts';

type What = CheckedProof['proof']['what'];
type Of<Kind extends RecordLeaf['kind']> = Extract<RecordLeaf, { kind: Kind }> | undefined;

/** What was done comes first; the rest is the frame of it. */
const hidden: readonly What[] = ['SESSION', 'READING', 'OFFICE', 'DELEGATION', 'ERASURE'];

const icons: Partial<Record<What, LucideIcon>> = {
  ATTENDANCE: CircleCheck,
  HEARD: Ear,
  SIGNATURE: PenLine,
  SYMBOLIC: Users,
  WITNESS: PenLine,
  UNDO: Ban,
};

const signedWhat = ({ session: { pledge } }: PersonView): string =>
  pledge ? t('signed', { text: pledge.title }) : t('signedPlain');

const titleOf = (what: What, view: PersonView): string => {
  switch (what) {
    case 'ATTENDANCE':
      return t('attended');
    case 'HEARD':
      return t('heard');
    case 'SIGNATURE':
      return signedWhat(view);
    case 'SYMBOLIC':
      return t('symbolic');
    case 'UNDO':
      return t('undone');
    default:
      return t('witness');
  }
};

const attendanceNotes = (leaf: Of<'check-in'>): string[] => {
  if (leaf?.mode === 'ONLINE') return [t('attendedOnline')];
  return leaf?.mode === 'BACK_ENTERED' ? [t('attendedLate')] : [];
};

const signatureNotes = (view: PersonView): string[] => [
  ...(view.role === 'DELEGATE' ? [t('bindsDelegate', { office: view.office })] : []),
  ...(view.session.pledge ? [t('signedText', { hash: shortHash(view.session.pledge.hash) })] : []),
];

const notesOn = ({ proof: { what }, leaf }: CheckedProof, view: PersonView): string[] => {
  if (what === 'ATTENDANCE') return attendanceNotes(leaf as Of<'check-in'>);
  if (what === 'HEARD') return [t('heardText')];
  if (what === 'SYMBOLIC') return [t('symbolicText')];
  return what === 'SIGNATURE' ? signatureNotes(view) : [];
};

/** The seal that a record came under: the first head whose tree reaches it. */
const sealOf = ({ proof, leaf }: CheckedProof, { heads, session }: PersonView): string => {
  const covering = leaf && heads.find(({ head }) => head.size > (proof.index ?? Number.POSITIVE_INFINITY));
  if (!covering) return t('recordUnsealed');
  const { number, at } = covering.head;
  return t('recordSealed', { seal: headName(number).toLowerCase(), at: dateTimeIn(session.zone, at) });
};

const doorOf = (leaf: RecordLeaf | undefined): string => (leaf?.kind === 'check-in' ? leaf.door : '');

const whenOf = ({ proof, leaf }: CheckedProof, { session }: PersonView): string =>
  [proof.at && dateTimeIn(session.zone, proof.at), doorOf(leaf)].filter(Boolean).join(', ');

/** Sent as sealed, and not what the seal covers. */
const isFalse = ({ proof, claims, leads }: CheckedProof): boolean => proof.leaf !== null && !(claims && leads);

const iconOf = (checked: CheckedProof): LucideIcon => {
  if (isFalse(checked)) return CircleX;
  return (checked.leaf && icons[checked.proof.what]) ?? CircleDashed;
};

const Claim = ({ checked, view }: { checked: CheckedProof; view: PersonView }) => {
  const Icon = iconOf(checked);
  const when = whenOf(checked, view);
  return (
    <li class={isFalse(checked) ? 'step-failed' : undefined}>
      <Icon class="icon" aria-hidden="true" />
      <div class="grow">
        <p class="strong">{titleOf(checked.proof.what, view)}</p>
        {when && <p>{when}</p>}
        {notesOn(checked, view).map((note) => (
          <p key={note}>{note}</p>
        ))}
        {isFalse(checked) ? (
          <p class="small step-word">{t('failed')}</p>
        ) : (
          <p class="small soft">{sealOf(checked, view)}</p>
        )}
      </div>
    </li>
  );
};

/** Why there is no name, or under which seal it is. */
const aboutName = (view: PersonView, proofs: readonly CheckedProof[]): string => {
  const naming = proofs.find(({ names }) => names.includes(view.person?.normalize('NFC') ?? ''));
  if (naming) return t('nameIn', { seal: sealOf(naming, view) });
  if (view.person !== null) return '';
  const erased = proofs.find(({ proof, leaf }) => proof.what === 'ERASURE' && leaf);
  return erased ? t('erased', { at: dateTimeIn(view.session.zone, erased.proof.at ?? '') }) : t('nameless');
};

const Who = ({ view, checked }: { view: PersonView; checked: Checked }) => (
  <div>
    <p class="who">{view.person ?? t('someone')}</p>
    <p>
      {view.role === 'DELEGATE' ? t('delegateOf', { office: view.office }) : view.office}
      {view.unit !== view.office && <span class="soft block">{view.unit}</span>}
    </p>
    <p class="small soft">{aboutName(view, checked.proofs)}</p>
  </div>
);

export const PersonPart = ({ view, checked }: { view: PersonView; checked: Checked }) => {
  const claims = checked.proofs.filter(({ proof }) => !hidden.includes(proof.what));
  return (
    <section class="stack" aria-labelledby="bukti">
      <h2 id="bukti">{checked.verdict === 'VALID' ? t('proves') : t('saysServer')}</h2>
      <Who view={view} checked={checked} />
      {claims.length > 0 && (
        <ul class="claims">
          {claims.map((one) => (
            <Claim key={`${one.proof.what} ${one.proof.at ?? ''} ${one.proof.index ?? ''}`} checked={one} view={view} />
          ))}
        </ul>
      )}
      <SessionFacts session={view.session} />
    </section>
  );
};
