/**
 * The version of this page, as the build wrote it into its html: the package's version and a hash over every file of the door.
 * In the html, because a script that held the hash of itself could not be named by its content.
 */
const written = typeof document === 'undefined' ? null : document.querySelector('meta[name="app-version"]');

/** E.g. `0.1.0+1a2b3c4d`; `dev` where nothing was built. */
export const appVersion: string = written?.getAttribute('content') || 'dev';
