/**
 * `npm run capacity -- --regencies 508 --invited 470 --minutes 20 [--json]`: what a morning asks of AWS, what a month costs, and which default
 * quotas are in the way. From code and measurements; it asks nobody.
 */
import { runCapacity } from './run-capacity.ts';

const { out, error, code } = runCapacity(process.argv.slice(2));
process.stdout.write(out);
process.stderr.write(error);
process.exitCode = code;
