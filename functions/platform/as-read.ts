/**
 * The part of a condition that says: this attribute is as it was read, also when it was not there. The caller gives the value under
 * the placeholder; an undefined one is left out of the values by the table.
 */
export const asRead = (name: string, value: unknown, placeholder: string): string =>
  value === undefined ? `attribute_not_exists(${name})` : `${name} = ${placeholder}`;
