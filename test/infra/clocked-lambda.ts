/** A Lambda goes by its machine's clock. In front of a bundle, an event's `clock` says what that shows from then on. */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const clocked = (bundle: string): string => `
  const Real = Date;
  let ahead = 0;
  globalThis.Date = class extends Real {
    constructor(...at) {
      super(...(at.length ? at : [Real.now() + ahead]));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
  const { handler: deployed } = await import('./${bundle}');
  export const handler = ({ clock, ...event }, context) => {
    if (clock !== undefined) ahead = Real.parse(clock) - Real.now();
    return deployed(event, context);
  };
`;

/** Answers the file to start instead of the bundle, beside it. */
export const clockedLambda = (bundle: string): string => {
  const file = join(dirname(bundle), 'clocked.mjs');
  writeFileSync(file, clocked(basename(bundle)));
  return file;
};
