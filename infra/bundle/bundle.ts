/**
 * A Lambda's entry as one minified ESM file with its SDK inside: what the tests run is what is deployed. The deployment, the tests and the
 * benchmark of cold starts bundle by this.
 *
 * Decision: esbuild by its own API, not by the CLI that CDK's NodejsFunction runs. Only the API takes plugins, and only a plugin can leave
 * out a file inside a package; by the CLI's aliases the hot path stayed 30 kB larger.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin, transform } from 'esbuild';
import { documentedBy, leftOut } from './left-out.ts';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** How everything is bundled, the benchmark's floor too. */
export const settings = {
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  mainFields: ['module', 'main'],
  // Some CommonJS packages ask for Node's modules by `require`, which ESM does not have.
  banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  logLevel: 'warning',
} as const satisfies BuildOptions;

/** Puts stand-ins in the place of what is left out of this entry, and notes which were met. */
const leaveOut = (entry: string, met: Set<string>): Plugin => ({
  name: 'leave-out',
  setup: ({ onLoad }) => {
    for (const { what, file, standIn, keptBy } of leftOut) {
      if (keptBy?.includes(entry)) continue;
      onLoad({ filter: file }, async () => {
        met.add(what);
        return { contents: await readFile(root(`infra/bundle/stand-ins/${standIn}.ts`), 'utf8'), loader: 'ts' };
      });
    }
    // Each client has its package.json in it, 2.4 kB, and asks it for the version only.
    onLoad({ filter: /[\\/]@aws-sdk[\\/]client-[\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
});

const functions = root('functions/');
const sharedShapes = `import { optional as $optional, text as $text, yesOrNo as $yesOrNo } from ${JSON.stringify(
  root('infra/bundle/stand-ins/shared-shapes.ts'),
)};\n`;

/** Where a call's value is taken. A call whose value nobody takes is there for what it does (`z.config(…);`), and is not marked. */
const taken = String.raw`(?<=(?:[=(,:?[>]|\breturn)\s*)`;

/** Calls that only make a shape or an endpoint: of zod, of a shape, of our own helpers. */
const makers = [
  String.raw`z\.(?=[\w.]+\()`,
  String.raw`[A-Z]\w*\.(?=(?:and|array|default|exclude|extend|extract|meta|nullable|omit|or|partial|pick|refine|transform)\()`,
  String.raw`(?:\$optional|endpoint|line|pageOf|paragraph)(?=\()`,
].map((call) => new RegExp(`${taken}${call}`, 'g'));

/**
 * A file of shapes or endpoints, rewritten for what making them costs: a third of what loading the doors' function takes. As they are
 * written, zod would make 1,400 objects there, and with this it makes 560. A call that makes one is marked, so that what nothing uses is not
 * made; the small ones that stand everywhere are made once; a number is made with its bounds, where each bound would copy it; and the names
 * that only the API's documentation reads are left out where it is not served.
 */
const rewriteShapes = async (source: string): Promise<string> => {
  // Without comments, which might hold one of these words.
  const { code } = await transform(source, { loader: 'ts', target: 'node24' });
  const shared = code
    .replace(/\.meta\(\{[^{}]*\}\)/g, '')
    .replace(/(?<![\w$.])z\.string\(\)(?!\.(?!optional\(\)))/g, '$$text')
    .replace(/(?<![\w$.])z\.number\(\)\.int\(\)/g, 'z.int()')
    .replace(/(?<![\w$.])z\.int\(\)\.min\(([^()]*)\)\.max\(([^()]*)\)/g, 'z.int().check(z.gte($1), z.lte($2))')
    .replace(/(?<![\w$.])z\.boolean\(\)(?!\.(?!optional\(\)))/g, '$$yesOrNo')
    .replace(/(?<![\w$.])(\$text|\$yesOrNo|[A-Z]\w*)\.optional\(\)/g, '$$optional($1)');
  return sharedShapes + makers.reduce((all, maker) => all.replace(maker, (call) => `/* @__PURE__ */ ${call}`), shared);
};

/** Our files that are rewritten. */
export const shapeFiles = /[\\/]functions[\\/].*(?:-schema|-endpoints|[\\/](?:config|token-key-text|unit-class))\.ts$/;

/** None of the product's modules does anything by being imported, so that one of which nothing is used is left out whole. */
export const product = (entry: string): Plugin => ({
  name: 'product',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, importer, resolveDir }) =>
      importer.startsWith(functions) ? { path: join(resolveDir, path), sideEffects: false } : undefined,
    );
    // What the documentation says of shapes is read from them as they are written.
    if (entry === documentedBy) return;
    onLoad({ filter: shapeFiles }, async ({ path }) => ({
      contents: await rewriteShapes(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
});

export interface Bundle {
  bytes: number;
  /** What was left out, by its name in left-out.ts. */
  leftOut: readonly string[];
}

/** Bundles functions/lambda/`entry`.ts into `outfile`. Throws also where esbuild only warns: that one of our modules, imported for what it does, is left out. */
export const bundleHandler = async (entry: string, outfile: string): Promise<Bundle> => {
  const met = new Set<string>();
  const { metafile, warnings } = await build({
    ...settings,
    absWorkingDir: root(''),
    entryPoints: [root(`functions/lambda/${entry}.ts`)],
    outfile,
    metafile: true,
    plugins: [product(entry), leaveOut(entry, met)],
  });
  if (warnings.length > 0) throw new Error(`${entry}: what esbuild warns of, above, is not deployed. Mend it.`);
  const outputs = Object.entries(metafile.outputs);
  const bytes = outputs.find(([path]) => basename(path) === basename(outfile))?.[1].bytes ?? 0;
  return { bytes, leftOut: [...met].sort() };
};
