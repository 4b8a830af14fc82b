/** Small choices that this device keeps. Where storage is forbidden, nothing is remembered and nothing breaks. */
const names = { door: 'hadir.door.name', camera: 'hadir.door.camera' } as const;

export const remembered = (what: keyof typeof names): string | undefined => {
  try {
    return localStorage.getItem(names[what]) ?? undefined;
  } catch {
    return undefined;
  }
};

export const remember = (what: keyof typeof names, value: string): void => {
  try {
    localStorage.setItem(names[what], value);
  } catch {
    // Asked again next time.
  }
};
