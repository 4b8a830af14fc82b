import { describe, expect, it } from 'vitest';
import { makeNonces } from './nonces.ts';

const makeStorage = () => {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
};
const counting = () => {
  let made = 0;
  return () => `nonce-${++made}`;
};

describe('the nonce of a signature', () => {
  it('stays the same until it is answered, also over a reload', () => {
    const storage = makeStorage();
    const make = counting();
    const page = makeNonces(storage, make);
    expect(page.get('a')).toBe('nonce-1');
    expect(page.get('a')).toBe('nonce-1');
    expect(makeNonces(storage, make).get('a')).toBe('nonce-1');
  });

  it('is a new one after the answer, and another one for another signer', () => {
    const page = makeNonces(makeStorage(), counting());
    page.get('holder');
    expect(page.get('delegate')).toBe('nonce-2');
    page.drop('holder');
    expect(page.get('holder')).toBe('nonce-3');
  });

  it('survives a browser that forbids storage', () => {
    const forbidden = () => {
      throw new DOMException('', 'SecurityError');
    };
    const page = makeNonces({ getItem: forbidden, setItem: forbidden, removeItem: forbidden }, counting());
    expect(page.get('a')).toBe('nonce-1');
    expect(page.get('a')).toBe('nonce-1');
    page.drop('a');
    expect(page.get('a')).toBe('nonce-2');
  });
});
