import { describe, expect, it } from 'vitest';
import { institutionOf, tokenInPath } from './letter.ts';

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
