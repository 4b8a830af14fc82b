/** Puts the checker and its explanation, which every bundle holds, where a bundler can take them. */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

const files = { 'verify.py': read('verify.py'), 'BACA-SAYA.txt': read('BACA-SAYA.txt') };
writeFileSync(new URL('bundle-files.generated.json', import.meta.url), `${JSON.stringify(files)}\n`);
