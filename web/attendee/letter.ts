/** Questions about a link and a letter, as functions of values. */

/** `/c/TOKEN` or `/C/TOKEN`, as QR codes in capitals have it. */
export const tokenInPath = (path: string): string => /^\/c\/([^/]+)/i.exec(path)?.[1] ?? '';

/** The institution, when the office does not name it already. */
export const institutionOf = ({ office, name }: { office: string; name: string }): string | undefined =>
  office.toLowerCase().includes(name.toLowerCase()) ? undefined : name;

/** A search by place, without an account or a tracker: the phone's own maps app, or OpenStreetMap. */
export const mapLink = (venue: { name: string; regionName: string }, isAndroid: boolean): string => {
  const place = encodeURIComponent([venue.name, venue.regionName].join(', '));
  return isAndroid ? `geo:0,0?q=${place}` : `https://www.openstreetmap.org/search?query=${place}`;
};
