/** Who may call what: the whole list, by the functions' constructs; test/infra counts it in the templates. */

/** The calls on the table that each function makes, and so all that it is granted. */
export const tableCalls = {
  hot: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  // In a batch, the other offices of somebody who holds several.
  attendee: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  staff: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  projector: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
  mailer: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
  // It writes too, where `owing` says.
  reminders: ['dynamodb:Query'],
  documents: ['dynamodb:GetItem', 'dynamodb:Query'],
} as const;

/** What the staff function may remove, and from which partitions: units that an import made, when it is undone. */
export const removals = { calls: ['dynamodb:DeleteItem'], partitions: 'R#*' } as const;

/** What the reminders' function may write, and to which partitions: the claim on an invitation and the mail that is owed. */
export const owing = { calls: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], partitions: 'S#*' } as const;

/** Calls that write; kept away from seals where a function has them and seals nothing. */
export const tableWrites = ['dynamodb:PutItem', 'dynamodb:UpdateItem'] as const;

/** Where seals lie. Who seals nothing may write nothing there, however wide its grants on the table are. */
export const sealPartitions = 'SEAL#*';

/** The calls on the sealing key of the functions that seal; nobody else has any. */
export const sealKeyCalls = ['kms:GetPublicKey', 'kms:Sign'] as const;

/** The functions that seal: the stack's part and the construct's name. */
export const sealers = [
  { part: 'api', construct: 'Staff' },
  { part: 'projector', construct: 'Projector' },
] as const;

/** The one call on the codes' keys, of the functions that make or check codes. */
export const codeKeyCalls = ['secretsmanager:GetSecretValue'] as const;
