/** A device’s clock that is wrong, falls back, or is set while the door works. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byCode, type DoorStage, logged, openDoorStage } from '../../../test/support/door-stage.ts';

let stage: DoorStage;
beforeEach(async () => {
  stage = await openDoorStage();
});
afterEach(() => stage.end());

describe('the clock', () => {
  it('of 1970 is corrected by its measured offset, and the operator is told', async () => {
    const skew = -stage.time.now() + 86_400_000;
    const door = await stage.pair({ skewMs: () => skew });
    const nonce = await door.take(byCode(1));
    expect(logged(door, nonce).at).toBe('2024-06-27T01:00:00.000Z');
    await stage.time.settle();
    expect(stage.server.arrived[0]).toMatchObject({ scannedAt: '1970-01-02T00:00:00.000Z', clockOffsetMs: -skew });
    expect(door.link.value).toMatchObject({ clockOff: true, clockOffsetMs: -skew });
  });

  it('that fell back to 1970 while the battery was flat is found out when there is contact again', async () => {
    const door = await stage.pair();
    stage.offline();
    await door.take(byCode(1));
    const skew = -stage.time.now();
    const again = await stage.reload(door, { skewMs: () => skew });
    await again.take(byCode(2));
    await stage.time.advance(30_000);
    stage.online();
    await stage.time.advance(60_000);
    expect(stage.server.arrived.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, -skew]);
  });

  it('that somebody sets back in the middle keeps the scans before and after in their place', async () => {
    let skew = 0;
    const door = await stage.pair({ skewMs: () => skew });
    stage.offline();
    await door.take(byCode(1));
    await stage.time.advance(60_000);
    skew = -600_000;
    await door.take(byCode(2));
    expect(door.log.value.map(({ at }) => at)).toEqual(['2024-06-27T01:01:00.000Z', '2024-06-27T01:00:00.000Z']);
    stage.online();
    await stage.time.advance(60_000);
    expect(stage.server.arrived.map(({ clockOffsetMs }) => clockOffsetMs)).toEqual([0, 600_000]);
  });
});
