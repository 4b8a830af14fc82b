/** How many leaves one file of the evidence holds, and so how many files a seal has. Light: the console's page uses it too. */

/**
 * A Lambda's answer ends at 6 MB, of which a third is spent on base64: 4.5 MB. So many leaves, all of them offices with name and NIP and
 * what opens these, come to about 3.5 MB, since what is random in them (a commitment, a salt) takes its 32 bytes however it is packed. A
 * whole number of runs.
 */
export const leavesInPart = 16_384;

export const bundlePartsOf = (leaves: number): number => Math.max(1, Math.ceil(leaves / leavesInPart));

/** The name of one of its files: numbered only where there are several. */
export const bundlePartName = (name: string, part: number, parts: number): string =>
  `${name}${parts > 1 ? `-${part}` : ''}.zip`;
