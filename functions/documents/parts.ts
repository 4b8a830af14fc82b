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

/**
 * Rows of the attendance sheet in one file: 5,000 are 2.2 MB as PDF and take 9 s; the tables of a spreadsheet are smaller, and 15,000 rows of
 * CSV are 3 MB.
 */
export const attendanceRowsInPart = { pdf: 5000, xlsx: 15_000, csv: 15_000 } as const;
export type AttendanceFormat = keyof typeof attendanceRowsInPart;

export const attendancePartsOf = (format: AttendanceFormat, rows: number): number =>
  Math.max(1, Math.ceil(rows / attendanceRowsInPart[format]));

/** Certificates in one file: each asks the public check what is sealed of it, as the single one does. */
export const certificatesInPart = 100;

export const certificatePartsOf = (certificates: number): number =>
  Math.max(1, Math.ceil(certificates / certificatesInPart));
