/** A file of keys is there and cannot be read. It is left as it is: whoever wrote over it would end what was printed or sealed with it. */
export class KeysUnreadable extends Error {
  override readonly name = 'KeysUnreadable';
  readonly file: string;
  /** `message` quotes nothing of what the file holds. */
  constructor(file: string, message: string) {
    super(message);
    this.file = file;
  }
}
