/**
 * How regions.generated.json keeps 91,000 names small: one text a province, one line a regency, since codes mostly
 * count up by one and their upper parts repeat.
 *
 *   province := name { "\n" regency }
 *   regency  := KK name { "|" CC name { ";" village } }
 *   village  := [ "#" VVVV ] name        the number only where it is not the previous one plus one
 */
export interface Village {
  /** The last four digits of its code. */
  number: string;
  name: string;
}

export interface District {
  number: string;
  name: string;
  villages: Village[];
}

const reserved = /[\n|;#]/;

const next = (number: string): string => String(Number(number) + 1).padStart(4, '0');

const checked = (name: string): string => {
  if (name === '' || reserved.test(name)) throw new Error(`the name "${name}" cannot be kept in this form`);
  return name;
};

const encodeVillages = (villages: readonly Village[]): string => {
  let previous = '';
  return villages
    .map(({ number, name }) => {
      const counted = previous !== '' && number === next(previous);
      previous = number;
      return `;${counted ? '' : `#${number}`}${checked(name)}`;
    })
    .join('');
};

/** One line: a regency with all below it. Refuses a name that holds a delimiter. */
export const encodeRegency = (number: string, name: string, districts: readonly District[]): string => {
  const parts = districts.map(
    (district) => `|${district.number}${checked(district.name)}${encodeVillages(district.villages)}`,
  );
  return `${number}${checked(name)}${parts.join('')}`;
};

/** The regencies of a province's text by their two digits, each line still packed. */
export const splitProvince = (text: string): { name: string; regencies: Map<string, string> } => {
  const [name = '', ...lines] = text.split('\n');
  return { name, regencies: new Map(lines.map((line) => [line.slice(0, 2), line.slice(2)])) };
};

/** A regency's name from its packed line, without reading on. */
export const regencyName = (line: string): string => {
  const end = line.indexOf('|');
  return end < 0 ? line : line.slice(0, end);
};

/** Inverse of the district part of {@link encodeRegency}. */
export const decodeDistricts = (line: string): District[] => {
  const [, ...districts] = line.split('|');
  return districts.map((text) => {
    const [head = '', ...villages] = text.split(';');
    return { number: head.slice(0, 2), name: head.slice(2), villages: decodeVillages(villages) };
  });
};

const decodeVillages = (texts: readonly string[]): Village[] => {
  let previous = '';
  return texts.map((text) => {
    const numbered = text.startsWith('#');
    previous = numbered ? text.slice(1, 5) : next(previous);
    return { number: previous, name: numbered ? text.slice(5) : text };
  });
};
