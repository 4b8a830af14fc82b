const dayMs = 86_400_000;

/** Whole days from a session's closing to its first head, which usually takes seconds. Light: the papers use it too. */
export const daysUntilSealed = (closedAt: string, sealedAt: string): number =>
  Math.max(0, Math.floor((Date.parse(sealedAt) - Date.parse(closedAt)) / dayMs));
