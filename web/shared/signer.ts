/** A delegate's own name and office at a signing: what is known of them, what was typed over it, what is sent. */

export interface Signer {
  name: string;
  office: string;
}
interface Known {
  checkIn?:
    | { who: string; delegate?: { name?: string | undefined; office?: string | undefined } | undefined }
    | undefined;
}

/** What the door noted of the delegate, until something else is typed; an emptied field stays empty. */
export const signerFields = ({ checkIn }: Known, typed: Partial<Signer>): Signer => {
  const noted = checkIn?.who === 'delegate' ? checkIn.delegate : undefined;
  return { name: typed.name ?? noted?.name ?? '', office: typed.office ?? noted?.office ?? '' };
};

/** The part of a request: a field left empty is not known, and a holder needs none. */
export const signerPart = (who: 'holder' | 'delegate', { name, office }: Signer): { signer?: Partial<Signer> } => {
  const signer = { ...(name.trim() && { name: name.trim() }), ...(office.trim() && { office: office.trim() }) };
  return who === 'delegate' && Object.keys(signer).length ? { signer } : {};
};
