/**
 * What the server does not have, as signed files for the organiser: making one settles nothing, only its having been handed over
 * does. A file holds only so much; the next one holds the rest.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { base64, signJws } from './device-key.ts';
import type { DoorState } from './door-state.ts';
import { entryOf } from './outbox.ts';
import type { Numbered } from './records.ts';

/** Up to which number of the outbox, and the photos of which scans. */
export interface Handed {
  upTo: number;
  letters: readonly string[];
}

export const nothingHanded: Handed = { upTo: 0, letters: [] };

/** The server takes no more in one file. */
const mostEntries = 5_000;
const mostLetters = 500;
/** Of 4 MiB, which base64 makes a third longer, less what else a file says. */
const mostBytes = 3 * 1024 * 1024 - 2_048;
const utf8 = new TextEncoder();

type Fits = (value: unknown) => boolean;
const roomFor = (bytes: number): Fits => {
  let room = bytes;
  return (value) => {
    room -= utf8.encode(JSON.stringify(value) ?? '').length + 1;
    return room >= 0;
  };
};

export interface Handover {
  toHandOver: ReadonlySignal<number>;
  exportFile: () => Promise<Blob>;
  handedOver: () => Promise<void>;
  /** Another photo was taken for this scan: no file holds it. */
  forgetLetter: (nonce: string) => void;
}

type Parts = Pick<DoorState, 'as' | 'ports' | 'db' | 'outbox' | 'logs' | 'letters' | 'offset' | 'handed' | 'context'>;

export const makeHandover = (parts: Parts): Handover => {
  const { as, ports, db, outbox, logs, letters, offset, handed, context } = parts;
  /** Once everything was handed over, files are made from the beginning again: one may have been lost. */
  let again = nothingHanded;
  let last: Handed | undefined;

  const restOf = ({ upTo, letters: had }: Handed) => ({
    records: outbox.all().filter(({ seq }) => seq > upTo),
    photos: letters.nonces.value.filter((nonce) => !had.includes(nonce)),
  });
  const countRest = (from: Handed): number => {
    const { records, photos } = restOf(from);
    return records.length + photos.length;
  };
  const toHandOver = computed(() => {
    outbox.count.value;
    return countRest(handed.value);
  });

  const begin = (): Handed => {
    if (toHandOver.peek() > 0) return handed.peek();
    if (countRest(again) === 0) again = nothingHanded;
    return again;
  };

  const fillEntries = (records: readonly Numbered[], fits: Fits) => {
    const now = { ...context(), logOf: logs.get };
    const entries: unknown[] = [];
    for (const record of records.slice(0, mostEntries)) {
      const entry = entryOf(record, now);
      if (!fits(entry)) break;
      entries.push(entry);
    }
    return entries;
  };

  const fillPictures = async (nonces: readonly string[], fits: Fits) => {
    const pictures: { nonce: string; jpeg: string }[] = [];
    for (const nonce of nonces.slice(0, mostLetters)) {
      const picture = { nonce, jpeg: base64((await letters.read(nonce)) ?? new Uint8Array()) };
      if (!fits(picture)) break;
      pictures.push(picture);
    }
    return pictures;
  };

  /** As many of both as fit, the scans first. */
  const fill = async (from: Handed) => {
    const { records, photos } = restOf(from);
    const fits = roomFor(mostBytes);
    const entries = fillEntries(records, fits);
    const pictures = await fillPictures(photos, fits);
    const holds: Handed = {
      upTo: records[entries.length - 1]?.seq ?? from.upTo,
      letters: [...from.letters, ...pictures.map(({ nonce }) => nonce)],
    };
    return { entries, pictures, holds };
  };

  return {
    toHandOver,
    exportFile: async () => {
      const { entries, pictures, holds } = await fill(begin());
      const clockOffsetMs = offset.current();
      const jws = await signJws(as.device, {
        format: 'hadir-door-scans-1',
        session: as.credential.session,
        door: as.credential.door,
        exportedAt: new Date(ports.now()).toISOString(),
        ...(clockOffsetMs !== undefined && { clockOffsetMs }),
        entries,
        ...(pictures.length && { letters: pictures }),
        rest: countRest(holds),
      });
      last = holds;
      return new Blob([jws], { type: 'application/jose' });
    },
    handedOver: async () => {
      if (!last) return;
      if (toHandOver.peek() === 0) {
        again = last;
        return;
      }
      handed.value = last;
      await db.write([{ in: 'meta', put: last, key: 'handed' }]).catch(() => undefined);
    },
    forgetLetter: (nonce) => {
      const without = (from: Handed): Handed => ({ ...from, letters: from.letters.filter((other) => other !== nonce) });
      again = without(again);
      last = last && without(last);
      if (!handed.peek().letters.includes(nonce)) return;
      handed.value = without(handed.peek());
      void db.write([{ in: 'meta', put: handed.peek(), key: 'handed' }]).catch(() => undefined);
    },
  };
};
