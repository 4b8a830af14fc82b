/** The language of every page: Indonesian unless English was chosen; remembered on this device. */
import { effect, signal } from '@preact/signals';

export type Language = 'id' | 'en';

const storageKey = 'hadir.language';

/** Storage can be forbidden (private windows); the choice then lasts as long as the page. */
const remembered = (): Language => {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id';
  } catch {
    return 'id';
  }
};

export const language = signal<Language>(remembered());

/** Texts and formats are also used where there is no page: in unit tests. */
if (typeof document !== 'undefined') {
  effect(() => {
    document.documentElement.lang = language.value;
  });
}

export const chooseLanguage = (chosen: Language): void => {
  language.value = chosen;
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // Not remembered; nothing else is lost.
  }
};
