/** What a province and the nation read: stored totals, two Queries and one, however many attended. */
import type { Deps } from '../deps.ts';
import { Problem } from '../platform/problem.ts';
import { type Route, route } from '../platform/router.ts';
import { regions } from '../regions/regions.ts';
import { getNationCoverage, getProvinceCoverage } from './coverage-endpoints.ts';
import { nationCoverage, provinceCoverage } from './show-totals-rules.ts';

const provinces = () => regions.regencies().filter(({ code }) => !code.includes('.'));
const regenciesOf = (province: string) => regions.regencies().filter(({ code }) => code.startsWith(`${province}.`));

export const totalsRoutes = ({ stores }: Deps): Route[] => [
  route(getProvinceCoverage, async ({ params: { province }, query: { year } }) => {
    const name = regions.nameOf(province);
    if (name === undefined) throw new Problem('REGION_UNKNOWN');
    const [totals, tenants] = await Promise.all([stores.totals.ofProvince(province), stores.regencies.all(province)]);
    const registered = new Set(tenants.map(({ code }) => code));
    const there = { regencies: regenciesOf(province), registered };
    return { status: 200, body: provinceCoverage({ code: province, name }, totals, there, year) };
  }),

  route(getNationCoverage, async ({ query: { year } }) => {
    const counted = provinces().map((province) => ({ ...province, regencies: regenciesOf(province.code).length }));
    return { status: 200, body: nationCoverage(counted, await stores.totals.ofNation(), year) };
  }),
];
