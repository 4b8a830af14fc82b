/**
 * What is left out of the Lambdas' bundles, each with the reason and what stands in its place. A stand-in throws where leaving out could
 * change an answer. They are proven by running the bundles (test/infra): a file that has moved in a new version of its package is found by
 * bundles.test.ts, a name that a stand-in lacks by esbuild.
 */
export interface LeftOut {
  what: string;
  file: RegExp;
  /** In stand-ins/, without its ending. */
  standIn: string;
  /** Entries that need it after all. */
  keptBy?: readonly string[];
  because: string;
}

/** The entry that serves the API's documentation. */
export const documentedBy = 'staff';

/** A file of a package, as esbuild names it: with the separators of the system that bundles. */
const fileOf = (path: string): RegExp => new RegExp(`/${path}$`.replaceAll('.', '\\.').replaceAll('/', '[\\\\/]'));
const smithy = (path: string): RegExp => fileOf(`@smithy/core/dist-es/submodules/${path}`);

export const leftOut: readonly LeftOut[] = [
  {
    what: 'credentials from anywhere but the environment',
    file: fileOf('@aws-sdk/credential-provider-node/dist-es/index.js'),
    standIn: 'environment-credentials',
    because:
      'Lambda puts its role’s credentials into the environment. Profiles, SSO, web identities, containers and instances are 141 kB, and another place to look would be another way to act as somebody else.',
  },
  {
    what: 'shared configuration files',
    file: smithy('config/shared-ini-file-loader/loadSharedConfigFiles.js'),
    standIn: 'no-config-files',
    because: 'There is no ~/.aws in a Lambda; every setting would be looked for there before the first request.',
  },
  {
    what: 'the region from the instance',
    file: smithy('config/config-resolver/regionConfig/getInstanceMetadataRegion.js'),
    standIn: 'no-instance-metadata',
    because: 'Lambda says its region in the environment and has no instance to ask.',
  },
  {
    what: 'event streams',
    file: smithy('event-streams/index.js'),
    standIn: 'no-event-streams',
    because: 'No call that we make has one; 19 kB, which the SDK itself loads only when it meets one.',
  },
  {
    what: 'endpoint discovery',
    file: fileOf('@aws-sdk/middleware-endpoint-discovery/dist-es/index.js'),
    standIn: 'no-endpoint-discovery',
    because: 'DynamoDB’s endpoint is that of its region; the cache for discovered ones brings 9 kB of collections.',
  },
  {
    what: 'SHA-256 in JavaScript',
    file: smithy('checksum/sha256/Sha256Js.js'),
    standIn: 'no-script-hash',
    because: 'Node’s own is used; this one is for a Node without cryptography.',
  },
  {
    what: 'adaptive retries',
    file: smithy('retry/util-retry/AdaptiveRetryStrategy.js'),
    standIn: 'no-adaptive-retries',
    because: 'Nobody asks for that mode: it holds requests back by itself, and a door would wait for it.',
  },
  {
    what: 'JSON Schema of shapes: making it',
    file: fileOf('zod/v4/core/to-json-schema.js'),
    standIn: 'no-to-json-schema',
    keptBy: [documentedBy],
    because: 'Only the API’s documentation makes JSON Schema of shapes, and the staff function serves it.',
  },
  {
    what: 'JSON Schema of shapes: each kind of shape',
    file: fileOf('zod/v4/core/json-schema-processors.js'),
    standIn: 'no-json-schema-processors',
    keptBy: [documentedBy],
    because: 'As above; together 18 kB.',
  },
];
