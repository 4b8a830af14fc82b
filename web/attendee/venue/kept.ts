/** Small things that this phone keeps for its owner. Where storage is forbidden or full, they last as long as the page. */

const memory = new Map<string, string>();

export const keep = (name: string, value: unknown): void => {
  const text = JSON.stringify(value);
  memory.set(name, text);
  try {
    localStorage.setItem(name, text);
  } catch {
    // Kept in memory.
  }
};

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
};

/** What was kept under a name, whatever wrote it: the caller looks before it trusts. */
export const kept = (name: string): unknown => {
  try {
    return JSON.parse(stored(name) ?? memory.get(name) ?? 'null');
  } catch {
    return null;
  }
};

/** Whether it will be there when the page is opened again. */
export const isStored = (name: string): boolean => stored(name) !== null;
