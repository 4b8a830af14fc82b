/** What a person pastes to say which invitation is theirs, as functions of values. Nothing here decides: the API does. */

/** The token in a link, in a whole message with a link in it, or alone; in capitals, as the codes have it. */
export const tokenInText = (text: string): string | undefined =>
  (/\/c\/([a-z2-7]{39})(?![a-z2-7])/i.exec(text) ?? /^\s*([a-z2-7]{39})\s*$/i.exec(text))?.[1]?.toUpperCase();

/** `/h/CODE` or `/H/CODE`. */
export const codeInPath = (path: string): string => /^\/h\/([^/]+)/i.exec(path)?.[1] ?? '';
