/** Which camera this device uses. Where storage is forbidden, nothing is remembered and nothing breaks. */
const key = 'hadir.door.camera';

export const rememberedCamera = (): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

export const rememberCamera = (deviceId: string): void => {
  try {
    localStorage.setItem(key, deviceId);
  } catch {
    // Asked again next time.
  }
};
