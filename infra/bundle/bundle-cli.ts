/** `tsx bundle-cli.ts ENTRY OUTFILE`: CDK asks for an asset and does not wait for promises, so the bundler runs beside it. */
import { bundleHandler } from './bundle.ts';

const [entry, outfile] = process.argv.slice(2);
if (entry === undefined || outfile === undefined)
  throw new Error('Say the entry in functions/lambda and the file to write.');
await bundleHandler(entry, outfile);
