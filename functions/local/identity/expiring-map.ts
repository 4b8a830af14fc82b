/** A map whose entries end at a time of their own and whose size is bounded. */
export interface ExpiringMap<V> {
  /** The value, or undefined when there is none or its time is over. */
  get(key: string): V | undefined;
  /** Sets the value for `lifetimeMs`. When the map is full, ended entries go first, then the oldest. */
  set(key: string, value: V, lifetimeMs: number): void;
  delete(key: string): void;
  /** The entries whose time is not over. */
  entries(): Iterable<[string, V]>;
}

interface Entry<V> {
  value: V;
  endsAt: number;
}

/** Makes an empty map that never holds more than `capacity` entries. */
export function makeExpiringMap<V>({ capacity, now }: { capacity: number; now: () => Date }): ExpiringMap<V> {
  const held = new Map<string, Entry<V>>();
  const isOver = (entry: Entry<V>) => entry.endsAt <= now().getTime();

  function makeRoom(): void {
    for (const [key, entry] of held) if (isOver(entry)) held.delete(key);
    for (const key of held.keys()) {
      if (held.size < capacity) return;
      held.delete(key);
    }
  }

  return {
    get(key) {
      const entry = held.get(key);
      if (entry === undefined) return undefined;
      if (!isOver(entry)) return entry.value;
      held.delete(key);
      return undefined;
    },
    set(key, value, lifetimeMs) {
      held.delete(key);
      if (held.size >= capacity) makeRoom();
      held.set(key, { value, endsAt: now().getTime() + lifetimeMs });
    },
    delete(key) {
      held.delete(key);
    },
    *entries() {
      for (const [key, entry] of held) if (!isOver(entry)) yield [key, entry.value];
    },
  };
}
