/** What a command does not do, and why: a closed list, whose sentences are in words.ts. */

export type RefusalCode =
  | 'ARCHIVE_BROKEN'
  | 'ARCHIVE_CHANGED'
  | 'ARCHIVE_NEWER'
  | 'ARCHIVE_OLD'
  | 'ARCHIVE_OTHER_REGENCY'
  | 'ARCHIVE_OUTDATED'
  | 'ARCHIVE_SEVERAL'
  | 'ARCHIVE_UNKNOWN'
  | 'ARCHIVE_UNREADABLE'
  | 'DRAFT_EXISTS'
  | 'FILE_EXISTS'
  | 'FILE_MISSING'
  | 'FOLDER_IN_USE'
  | 'FOLDER_MISSING'
  | 'KEYS_UNREADABLE'
  | 'OWN_KEYS_UNREADABLE'
  | 'KEY_COLLISION'
  | 'KEY_UNKNOWN'
  | 'NO_FREE_KEY'
  | 'NOTHING_THERE'
  | 'REGENCY_DIFFERS'
  | 'SECRET_CHANGED'
  | 'SECRET_NEEDED'
  | 'TABLE_NEWER'
  | 'WRITTEN_MEANWHILE';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  /** What the sentence names: a file, a number, a code. Never anything of a person, never a secret. */
  readonly facts: readonly string[];
  constructor(code: RefusalCode, ...facts: (string | number)[]) {
    super(code);
    this.code = code;
    this.facts = facts.map(String);
  }
}

export const isFileError = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
