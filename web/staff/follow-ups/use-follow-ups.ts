/** The list as far as it was asked for: the first pieces of a filter, and more of them on a press. */
import { useState } from 'preact/hooks';
import type { FollowUpKind } from '../../../functions/follow-ups/follow-up-schema.ts';
import type { UnitClassCode } from '../../../functions/roster/unit-class.ts';
import type { Phase } from '../../../functions/sessions/arrangement-schema.ts';
import { api } from '../../shared/api.ts';
import { type Loaded, useLoad } from '../../shared/use-load.ts';
import type { Figures, FollowUpShown, StateFilter } from './follow-up.ts';

export interface Filters {
  state: StateFilter;
  kind: string;
  phase: string;
  class: string;
  /** Of a link from elsewhere; a unit is not chosen on this page. */
  unit: string;
}
export const noFilters: Filters = { state: '', kind: '', phase: '', class: '', unit: '' };

export interface Listed {
  items: FollowUpShown[];
  figures: Figures;
  classes: readonly UnitClassCode[];
  /** There are more than were asked for. */
  more: boolean;
  asOf: string;
}

const step = 100;

const queryOf = (filters: Filters) => ({
  ...(filters.state && { state: filters.state }),
  ...(filters.kind && { kind: filters.kind as FollowUpKind }),
  ...(filters.phase && { phase: filters.phase as Phase }),
  ...(filters.class && { class: filters.class as UnitClassCode }),
  ...(filters.unit && { unit: filters.unit }),
});

export const useFollowUps = (regency: string, filters: Filters): Loaded<Listed> & { showMore: () => void } => {
  const [wanted, setWanted] = useState({ of: filters, pages: 1 });
  // Another filter begins with its first page.
  const pages = wanted.of === filters ? wanted.pages : 1;
  const loaded = useLoad(`${regency} ${JSON.stringify(filters)} ${pages}`, async (signal): Promise<Listed> => {
    const items: FollowUpShown[] = [];
    let figures: Figures | undefined;
    let classes: readonly UnitClassCode[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < pages && (page === 0 || cursor); page += 1) {
      const query = { ...queryOf(filters), limit: step, ...(cursor && { cursor }) };
      const answer = await api('GET /api/regencies/:regency/follow-ups', { params: { regency }, query, signal });
      items.push(...answer.items);
      figures = answer.figures;
      classes = answer.classes;
      cursor = answer.next ?? undefined;
    }
    const none = { overdue: 0, soon: 0, later: 0, done: 0, withdrawn: 0 };
    return { items, figures: figures ?? none, classes, more: cursor !== undefined, asOf: new Date().toISOString() };
  });
  return { ...loaded, showMore: () => setWanted({ of: filters, pages: pages + 1 }) };
};
