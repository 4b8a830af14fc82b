import { describe, expect, it } from 'vitest';
import { isCrowded, overfull, seatsOf } from './seats.ts';

const asked = (count: number, wave?: string) =>
  Array.from({ length: count }, () => ({ revoked: false, ...(wave && { wave }) }));
const morning = { id: 'pagi', label: 'Pagi', capacity: 2 };
const noon = { id: 'siang', label: 'Siang' };

describe('seats', () => {
  it('are too few when more are asked than the hall holds, and exactly enough is enough', () => {
    const hall = { venue: { capacity: 3 }, waves: [] };
    expect(isCrowded(seatsOf(hall, asked(3)))).toBe(false);
    expect(isCrowded(seatsOf(hall, asked(4)))).toBe(true);
    expect(isCrowded(seatsOf({ venue: {}, waves: [] }, asked(4_000)))).toBe(false);
  });

  it('are not needed by who was revoked or walked in', () => {
    const hall = { venue: { capacity: 1 }, waves: [] };
    const seats = seatsOf(hall, [...asked(1), { revoked: true }, { revoked: false, walkIn: true }]);
    expect(seats.invited).toBe(1);
    expect(isCrowded(seats)).toBe(false);
  });

  it('are told by wave: its own capacity or the hall’s, who has none yet, and which is too full', () => {
    const plan = { venue: { capacity: 5 }, waves: [morning, noon] };
    const seats = seatsOf(plan, [...asked(3, 'pagi'), ...asked(4, 'siang'), ...asked(2)]);
    expect(seats.waves.map(({ invited, capacity }) => [invited, capacity])).toEqual([
      [3, 2],
      [4, 5],
    ]);
    expect(seats.unassigned).toBe(2);
    expect(isCrowded(seats)).toBe(false);
    expect(overfull(seats).map(({ id }) => id)).toEqual(['pagi']);
  });
});
