import { describe, expect, it } from 'vitest';
import { institutionOf, mapLink, tokenInPath } from './letter.ts';

describe('the link', () => {
  it('gives its token in either case of the path', () => {
    expect(tokenInPath('/c/ABC')).toBe('ABC');
    expect(tokenInPath('/C/ABC/')).toBe('ABC');
    expect(tokenInPath('/c/')).toBe('');
  });
});

describe('the institution', () => {
  it('is named only when the office does not name it', () => {
    expect(institutionOf({ name: 'Kecamatan Lahat', office: 'Camat Lahat' })).toBe('Kecamatan Lahat');
    expect(institutionOf({ name: 'Dinas Sosial', office: 'Kepala Dinas Sosial' })).toBeUndefined();
  });
});

describe('the map link', () => {
  const venue = { name: 'Hotel Santika', regionName: 'Lahat' };
  it('searches by name, in the phone’s maps app or on the web', () => {
    expect(mapLink(venue, true)).toBe('geo:0,0?q=Hotel%20Santika%2C%20Lahat');
    expect(mapLink(venue, false)).toMatch(/^https:\/\/www\.openstreetmap\.org\/search\?query=Hotel/);
  });
});
