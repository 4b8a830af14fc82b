/** Which messages were passed on from this device: a help for whoever sends them, kept in the tab and nowhere else. */

type Keeper = Pick<Storage, 'getItem' | 'setItem'>;

interface Sendable {
  invitation: string;
  text: string;
}

const linkIn = /https?:\/\/\S+\/c\/\S+/i;

/** FNV-1a: it need only tell one link from another, and the link itself shall not be kept. */
const fingerprint = (text: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
};

/** Of a message's link: with a new code the message has to be sent again, with another wording it has not. */
export const markOf = ({ invitation, text }: Sendable): string =>
  `${invitation}.${fingerprint(linkIn.exec(text)?.[0] ?? text)}`;

/** `list`: the session and what its messages are for. */
const nameOf = (list: string): string => `hadir.pesan.${list}`;

export const loadMarks = (storage: Keeper, list: string): ReadonlySet<string> => {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(list)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((mark) => typeof mark === 'string') : []);
  } catch {
    // Unreadable or forbidden: nothing is marked.
    return new Set();
  }
};

export const keepMarks = (storage: Keeper, list: string, marks: ReadonlySet<string>): void => {
  try {
    storage.setItem(nameOf(list), JSON.stringify([...marks]));
  } catch {
    // They last as long as the page.
  }
};
