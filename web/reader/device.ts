/** What this device remembers of its reader's wishes, and what it can do. */
import { useEffect, useState } from 'preact/hooks';

/** Storage can be forbidden (private windows); a wish then lasts as long as the page. */
export const keptText = (storage: () => Storage, name: string): string | null => {
  try {
    return storage().getItem(name);
  } catch {
    return null;
  }
};
export const keepText = (storage: () => Storage, name: string, text: string | null): void => {
  try {
    if (text === null) storage().removeItem(name);
    else storage().setItem(name, text);
  } catch {
    // Not remembered; nothing else is lost.
  }
};

export type Theme = 'light' | 'dark';
const themeName = 'hadir.reader.theme';

const show = (theme: Theme): void => {
  document.documentElement.dataset.theme = theme;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', theme === 'dark' ? '#0f1419' : '#0b4f6c');
};

/** As it was chosen here, or as the device has it: a projector wants light, a dim hall wants dark. */
export const useTheme = (): [theme: Theme, choose: (theme: Theme) => void] => {
  const [theme, setTheme] = useState<Theme>(() => {
    const kept = keptText(() => localStorage, themeName);
    if (kept === 'light' || kept === 'dark') return kept;
    return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  });
  useEffect(() => show(theme), [theme]);
  const choose = (chosen: Theme): void => {
    setTheme(chosen);
    keepText(() => localStorage, themeName, chosen);
  };
  return [theme, choose];
};

export const useFullScreen = () => {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => document.removeEventListener('fullscreenchange', follow);
  }, []);
  const change = (): void => {
    const done = full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    void done.catch(() => undefined);
  };
  return { full, change, can: document.fullscreenEnabled };
};
