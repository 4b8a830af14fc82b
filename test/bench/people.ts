/** Units and invitations as long as real ones: Lahat's own roster as the product reads it, repeated to the wanted number. */
import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { parseRoster } from '../../functions/imports/parse-roster.ts';
import { planImport } from '../../functions/imports/plan-import.ts';
import { readSheet } from '../../functions/imports/read-sheet.ts';
import { findColumns } from '../../functions/imports/roster-columns.ts';
import type { Invitation } from '../../functions/invitations/invitation-schema.ts';
import { makeUnitId } from '../../functions/platform/ids.ts';
import { sideBySide } from '../../functions/platform/side-by-side.ts';
import { regions } from '../../functions/regions/regions.ts';
import type { Unit } from '../../functions/roster/unit-schema.ts';
import type { Session } from '../../functions/sessions/session-schema.ts';
import { readCases } from '../demo/read-case.ts';
import { aCheckIn, aSession, lahat, pledgeHash } from '../support/fixtures.ts';

/** That many units: the roster's first, then the same again with a number behind each name. */
export const makeUnits = async (count: number): Promise<Unit[]> => {
  const { roster } = (await readCases()).find(({ code }) => code === lahat) ?? {};
  const sheet = await readSheet(roster ?? new Uint8Array());
  if (!findColumns(sheet)) throw new Error('the roster of Lahat has no header');
  const rows = parseRoster(sheet, { regency: lahat, districts: regions.districtsOf(lahat) });
  const real = planImport(rows, [], lahat, { today: '2024-06-20' }).rows.flatMap(({ unit }) =>
    unit ? [{ ...unit, version: 1 }] : [],
  );
  return Array.from({ length: count }, (_, index) => {
    const unit = real[index % real.length] as Unit;
    const turn = Math.floor(index / real.length);
    if (turn === 0) return unit;
    const naturalKey = `${unit.naturalKey} ${turn}`;
    return { ...unit, id: makeUnitId(lahat, naturalKey), naturalKey, name: `${unit.name} ${turn}` };
  });
};

export const openSession = (id: string, classes: Session['classes'], startsAt: string): Session =>
  aSession({
    id,
    state: 'OPEN',
    title: 'Rapat Koordinasi dan Sosialisasi Netralitas ASN di Lingkungan Pemerintah Kabupaten Lahat',
    classes,
    startsAt,
    openedAt: startsAt,
    frozen: { at: startsAt, units: 1, hash: pledgeHash },
  });

const invited = (session: string, unit: Unit): Invitation => {
  const { phone: _, ...holder } = unit.holder ?? { name: '', acting: 'DEFINITIVE' as const };
  return {
    id: unit.id,
    session,
    kind: 'unit',
    class: unit.class,
    name: unit.name,
    office: unit.office,
    ...(unit.district && { district: unit.district, districtName: regions.nameOf(unit.district) }),
    holder: unit.holder && holder,
    tokenVersion: 1,
    invitedAt: '2024-06-20T02:00:00.000Z',
  };
};

/** Invitations to which nothing has happened. */
export const inviteAll = (session: string, units: readonly Unit[]): Invitation[] =>
  units.map((unit) => invited(session, unit));

/** Three of four were there; every other of those signed. */
export const held = (invitations: readonly Invitation[]): Invitation[] =>
  invitations.map((invitation, index) => {
    if (index % 4 === 3) return invitation;
    const checkIn = aCheckIn({ nonce: `V1StGXR8_Z5jdHi6B${String(index).padStart(5, '0')}` });
    const signature = {
      at: '2024-06-27T03:00:00.000Z',
      hash: pledgeHash,
      method: 'TABLET' as const,
      nonce: checkIn.nonce,
    };
    return { ...invitation, checkIn, ...(index % 2 && { signedHolder: signature }) };
  });

/** Fills the table by batches: what is measured comes after it. */
export const fill = async (client: DynamoDBClient, table: string, items: readonly object[]): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, index) =>
    items.slice(index * 25, index * 25 + 25),
  );
  await sideBySide(batches, 4, async (batch) => {
    let left: WriteRequest[] | undefined = batch.map((item) => ({
      PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
    }));
    while (left?.length) {
      const answer: { UnprocessedItems?: Record<string, WriteRequest[]> | undefined } = await client.send(
        new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
      );
      left = answer.UnprocessedItems?.[table];
    }
  });
};
