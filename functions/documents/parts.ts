/** How many recipients one file holds, and so how many files a session has. Light: the console's page uses it too. */

export const documents = ['letters', 'common-letter', 'annex', 'cards', 'badges'] as const;
export type DocumentName = (typeof documents)[number];

/**
 * A Lambda's answer ends at 6 MB, of which a third is spent on base64: 4.5 MB. 500 letters are below half of it; the list's rows are
 * short, and people want it whole.
 */
export const recipientsInPart: Record<DocumentName, number> = {
  letters: 500,
  // Names nobody, so that one is for all.
  'common-letter': Number.MAX_SAFE_INTEGER,
  annex: 3000,
  cards: 500,
  badges: 500,
};

export const partsOf = (document: DocumentName, recipients: number): number =>
  Math.max(1, Math.ceil(recipients / recipientsInPart[document]));

/**
 * Signatures in one file of the minutes: 1,000 that were drawn with as many strokes as are kept come to 2.6 MB; the rest are annexes to the
 * first part.
 */
export const signaturesInPart = 1000;

export const minutesPartsOf = (signatures: number): number => Math.max(1, Math.ceil(signatures / signaturesInPart));
