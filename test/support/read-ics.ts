/** Reads a calendar file as RFC 5545 has it, for tests: lines unfolded, properties with parameters, components within components. */
export interface Property {
  name: string;
  params: Record<string, string>;
  value: string;
}
export interface Component {
  name: string;
  properties: Property[];
  components: Component[];
}

const plain = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));

const paramOf = (text: string): [string, string] => {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1).replace(/^"(.*)"$/, '$1')];
};

const propertyOf = (line: string): Property => {
  const colon = /^(?:[^":]|"[^"]*")*?(?=:)/.exec(line)?.[0].length ?? line.length;
  const [name = '', ...params] = line.slice(0, colon).match(/(?:[^";]|"[^"]*")+/g) ?? [];
  return {
    name,
    params: Object.fromEntries(params.map(paramOf)),
    value: plain(line.slice(colon + 1)),
  };
};

/** The lines as they were before they were folded; throws for lines that are too long or end otherwise than in CRLF. */
const linesOf = (file: string): string[] => {
  if (!file.endsWith('\r\n') || /[^\r]\n/.test(file)) throw new Error('a line that does not end in CRLF');
  const long = file.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (long !== undefined) throw new Error(`a line of more than 75 bytes: ${long}`);
  return file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean);
};

const componentOf = (name: string): Component => ({ name, properties: [], components: [] });

/** The outermost component; throws for a file that is none, or that does not end as it began. */
export const readIcs = (file: string): Component => {
  const open = [componentOf('')];
  for (const property of linesOf(file).map(propertyOf)) {
    const inner = open.at(-1) as Component;
    if (property.name === 'BEGIN') {
      const component = componentOf(property.value);
      inner.components.push(component);
      open.push(component);
    } else if (property.name !== 'END') inner.properties.push(property);
    else if (open.pop()?.name !== property.value) throw new Error(`END:${property.value} ends something else`);
  }
  const calendar = open[0]?.components[0];
  if (!calendar || open.length !== 1) throw new Error('not one whole component');
  return calendar;
};

/** The one property of that name. */
export const only = ({ properties }: Component, name: string): Property => {
  const [first, ...more] = properties.filter((property) => property.name === name);
  if (!first || more.length) throw new Error(`${first ? 'more than one' : 'no'} ${name}`);
  return first;
};
