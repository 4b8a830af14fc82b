/**
 * Loads `oidc-provider` without its advice about the runtime: on Node 20 it prints a warning while it is imported,
 * though everything used here is proven on Node 20.19 by test/identity. Any other warning passes.
 */
export async function importProvider(): Promise<typeof import('oidc-provider')> {
  const { warn } = console;
  console.warn = (...args: unknown[]) => {
    if (!String(args[0]).includes('Unsupported runtime')) warn.apply(console, args);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
