/** Reads Prometheus's text format as a collector does; anything in it that is no comment and no figure (also `Nan`, of what has no value yet) is an error. */

export interface Figures {
  /** Of one name, the values by their labels as they are written. */
  of: (name: string) => Record<string, number>;
  names: string[];
}

export const figuresIn = async (text: string | Promise<string>): Promise<Figures> => {
  const found: { name: string; labels: string; value: number }[] = [];
  for (const line of (await text).split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, name = '', labels = '', value] = /^([a-z_:][a-z0-9_:]*)(?:\{(.*)\})? (\S+)$/i.exec(line) ?? [];
    if (value === undefined || !/^([-+]?(\d[\d.e+-]*|inf)|nan)$/i.test(value)) throw new Error(`no figure: ${line}`);
    found.push({ name, labels, value: Number(value) });
  }
  return {
    of: (name) =>
      Object.fromEntries(found.filter((one) => one.name === name).map(({ labels, value }) => [labels, value])),
    names: [...new Set(found.map(({ name }) => name))],
  };
};
