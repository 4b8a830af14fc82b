declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** No path: in memory. */
  export default function dynalite(options: { path?: string; createTableMs?: number; maxItemSizeKb?: number }): Server;
}
