/** One seed of the doors' simulation in a process of its own: `doors-process.ts <settings as JSON> <seed>`. */
import { runSeed } from './doors-hall.ts';

const [settings = '{}', seed = '1'] = process.argv.slice(2);
const report = await runSeed(JSON.parse(settings), Number(seed));
process.send?.(report, () => process.exit(0));
