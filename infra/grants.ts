/** Who may call what: the whole list, by the functions' constructs; test/infra counts it in the templates. */

/** The calls on the table that each function makes in any partition, and so all that it is granted there. */
export const tableCalls = {
  hot: ['dynamodb:GetItem', 'dynamodb:Query'],
  // In a batch, the other offices of somebody who holds several.
  attendee: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
  // The only one that writes in any: it registers, invites, opens, seals and erases.
  staff: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  projector: ['dynamodb:GetItem', 'dynamodb:Query'],
  mailer: ['dynamodb:GetItem'],
  reminders: ['dynamodb:Query'],
  documents: ['dynamodb:GetItem', 'dynamodb:Query'],
} as const;

/** The calls that write, and what the keys of the partitions are like that they may write. functions/platform/keys.ts says what lies there. */
export interface Writes {
  calls: readonly string[];
  partitions: readonly string[];
}

/** What each function writes beside `tableCalls`: nobody but the staff function writes elsewhere than it has to. */
export const tableWrites = {
  // Check-ins, conflicts, denials, counts, letters, doors.
  hot: { calls: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], partitions: ['S#*'] },
  // Answers, readings, signatures, the order of signing.
  attendee: { calls: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], partitions: ['S#*'] },
  // Totals of provinces and of regencies, coverage, seals.
  projector: { calls: ['dynamodb:PutItem'], partitions: ['N', 'P#*', 'R#*', 'SEAL#*'] },
  // Mails.
  mailer: { calls: ['dynamodb:UpdateItem'], partitions: ['S#*'] },
  // The claim on an invitation, and the mail that is owed.
  reminders: { calls: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], partitions: ['S#*'] },
} as const satisfies Record<string, Writes>;

/** What the staff function may remove, and from which partitions: units that an import made, when it is undone. */
export const removals = { calls: ['dynamodb:DeleteItem'], partitions: ['R#*'] } as const satisfies Writes;

/** The calls on the sealing key of the functions that seal; nobody else has any. */
export const sealKeyCalls = ['kms:GetPublicKey', 'kms:Sign'] as const;

/** The functions that seal: the stack's part and the construct's name. */
export const sealers = [
  { part: 'api', construct: 'Staff' },
  { part: 'projector', construct: 'Projector' },
] as const;

/** The one call on the codes' keys, of the functions that make or check codes. */
export const codeKeyCalls = ['secretsmanager:GetSecretValue'] as const;
