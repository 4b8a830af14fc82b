/** Questions about a link and a letter, as functions of values. */

/** `/c/TOKEN` or `/C/TOKEN`, as QR codes in capitals have it. */
export const tokenInPath = (path: string): string => /^\/c\/([^/]+)/i.exec(path)?.[1] ?? '';

/** The institution, when the office does not name it already. */
export const institutionOf = ({ office, name }: { office: string; name: string }): string | undefined =>
  office.toLowerCase().includes(name.toLowerCase()) ? undefined : name;
