/** The whole signing queue: page by page, of one arrangement. */
import { type Answer, api } from '../../shared/api.ts';

const route = 'GET /api/sessions/:session/signing-queue';
type Entry = Answer<typeof route>['items'][number];

/** Pages are told by place: an order that was arranged anew between two of them would lose people, or have them twice. */
const attempts = 3;

/** Begins again where somebody arranged the order meanwhile; of one that will not stand still, what was read last. */
export const wholeQueue = async (session: string, signal: AbortSignal): Promise<Entry[]> => {
  let entries: Entry[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    entries = [];
    const versions = new Set<number>();
    let cursor: string | undefined;
    do {
      const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
      const page = await api(route, { params: { session }, query, signal });
      entries.push(...page.items);
      versions.add(page.version);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    if (versions.size === 1) break;
  }
  return entries;
};
