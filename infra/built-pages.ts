/** Where the built pages are, if they were built. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const pageEntries = [
  'index.html',
  'staff.html',
  'door.html',
  'attendee.html',
  'reader.html',
  'check.html',
  'missing.html',
] as const;

/** Without any of these a site is half a site. */
export const builtFiles = [...pageEntries, 'sw.js', 'door.webmanifest'];

const dist = fileURLToPath(new URL('../web/dist', import.meta.url));

/** The folder, or undefined when any of those is missing from it: half a site must not replace a whole one. */
export const findBuiltPages = (folder = dist): string | undefined =>
  builtFiles.every((entry) => existsSync(`${folder}/${entry}`)) ? folder : undefined;
