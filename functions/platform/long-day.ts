/** A calendar day as Indonesian writes it, in papers and messages alike. */
const format = new Intl.DateTimeFormat('id-ID', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** `20 Juni 2024` of `2024-06-20`. */
export const longDay = (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
