/** What the table keeps of pledges: texts, readings, signatures, the order of signing. */
import type { Table } from '../platform/table.ts';
import { makeOrderStore, type OrderStore } from './order-store.ts';
import { makeReadingStore, type ReadingStore } from './reading-store.ts';
import { makeSignatureStore, type SignatureStore } from './signature-store.ts';
import { makeTextStore, type TextStore } from './text-store.ts';

export interface PledgeStore extends TextStore, ReadingStore, SignatureStore, OrderStore {}

export const makePledgeStore = (table: Table): PledgeStore => ({
  ...makeTextStore(table),
  ...makeReadingStore(table),
  ...makeSignatureStore(table),
  ...makeOrderStore(table),
});
