import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

const storage = () => {
  const items = new Map<string, string>();
  return { getItem: (name: string) => items.get(name) ?? null, setItem: (n: string, v: string) => items.set(n, v) };
};

it('is one random name, the same when the page is opened again', async () => {
  vi.stubGlobal('localStorage', storage());
  const first = await import('./phone.ts');
  const name = first.lastingPhone();
  expect(name).toMatch(/^[\w-]{16,60}$/);
  expect(first.phone()).toBe(name);
  vi.resetModules();
  expect((await import('./phone.ts')).lastingPhone()).toBe(name);
});

it('ties no link where nothing can be stored, and still names a visit', async () => {
  const forbidden = () => {
    throw new DOMException('', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
  const { lastingPhone, phone } = await import('./phone.ts');
  expect(lastingPhone()).toBeUndefined();
  expect(phone()).toMatch(/^[\w-]{16,60}$/);
  expect(phone()).toBe(phone());
});
