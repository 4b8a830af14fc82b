/** Tenants and the regions of the country. */
import { makeRecomputeTotals } from '../coverage/recompute-totals.ts';
import type { Deps } from '../deps.ts';
import { slicePage } from '../platform/page.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { officialTexts } from '../pledges/official-texts.ts';
import { makePledgeText } from '../pledges/pledge-rules.ts';
import { regions } from '../regions/regions.ts';
import { readEmblem } from './emblem-rules.ts';
import {
  getEmblem,
  getRegency,
  listRegencies,
  listRegions,
  putEmblem,
  putRegency,
  removeEmblem,
} from './regency-endpoints.ts';

const childrenOf = (region: string): readonly { code: string; name: string }[] => {
  const level = region.split('.').length;
  if (level === 1) return regions.regencies().filter(({ code }) => code.startsWith(`${region}.`));
  if (level === 2) return regions.districtsOf(region);
  return level === 3 ? regions.villagesOf(region) : [];
};

export const regencyRoutes = ({ stores, now, log }: Deps): Route[] => [
  route(listRegencies, async ({ query }, { caller }) => {
    const region = caller?.region ?? '';
    if (caller?.role === 'province') return { status: 200, body: await stores.regencies.page(region, query) };
    const own = await stores.regencies.get(region);
    return { status: 200, body: { items: own ? [own] : [], next: null } };
  }),

  route(getRegency, async ({ params }) => {
    const regency = await stores.regencies.get(params.regency, { consistent: true });
    if (!regency) throw new Problem('REGENCY_UNKNOWN');
    return { status: 200, body: regency };
  }),

  route(putRegency, async ({ params, body: { version = 0, ...settings } }, { requestId }) => {
    if (!regions.nameOf(params.regency)) throw new Problem('REGION_UNKNOWN');
    for (const { id, text } of officialTexts) {
      const [shipped] = await stores.pledges.versions(params.regency, id);
      if (!shipped) await stores.pledges.putText(params.regency, makePledgeText(id, 1, text), null);
    }
    const before = await stores.regencies.get(params.regency, { consistent: true });
    const regency = await stores.regencies.put({ code: params.regency, ...settings, version: version + 1 });
    if (!regency) throw new Problem('REGENCY_CHANGED');
    // Its province counts who is registered, and years are those of its zone. The settings are kept all the same: where the totals fail,
    // the next change in a session of the regency completes them.
    if (version === 0 || before?.zone !== regency.zone)
      await makeRecomputeTotals({ ...stores, now })([params.regency]).catch((error: unknown) =>
        log.fault('TOTALS_RECOMPUTE_FAILED', requestId, error, { regencies: params.regency }),
      );
    return { status: 200, body: regency };
  }),

  route(putEmblem, async ({ params: { regency }, body }) => {
    if (!(await stores.regencies.get(regency))) throw new Problem('REGENCY_UNKNOWN');
    const emblem = readEmblem(body);
    if (!emblem) throw new Problem('EMBLEM_UNREADABLE');
    await stores.regencies.putEmblem(regency, emblem);
    return { status: 200, body: { kept: true } };
  }),

  route(getEmblem, async ({ params: { regency } }) => {
    const raw = await stores.regencies.emblem(regency, { consistent: true });
    // Most regencies have none at first: no fault, that a browser would write into its log at each visit of the settings.
    return { status: 200, raw: raw ?? '' };
  }),

  route(removeEmblem, async ({ params: { regency } }) => {
    await stores.regencies.removeEmblem(regency);
    return { status: 200, body: {} };
  }),

  route(listRegions, async ({ params, query }) => {
    if (!regions.nameOf(params.region)) throw new Problem('REGION_UNKNOWN');
    const page = slicePage(childrenOf(params.region), ({ code }) => code, query.limit, query.cursor);
    return { status: 200, body: { ...page, attribution: regions.attribution } };
  }),
];
