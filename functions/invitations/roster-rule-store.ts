/** A session's roster rules in the table. */
import { rosterRuleKey, sessionPartition } from '../platform/keys.ts';
import type { Table } from '../platform/table.ts';
import { RosterRule } from './roster-rule.ts';

export interface RosterRuleStore {
  /** Keeps a rule; one of that hash stays as it is. */
  keep(session: string, rule: RosterRule): Promise<void>;
  all(session: string): Promise<RosterRule[]>;
}

export const makeRosterRuleStore = (table: Table): RosterRuleStore => ({
  keep: async (session, rule) => {
    await table.put({ ...rosterRuleKey(session, rule.hash), ...rule }, { expression: 'attribute_not_exists(pk)' });
  },
  all: async (session) =>
    (await table.queryAll({ pk: sessionPartition(session), prefix: 'RULE#', consistent: true })).map((item) =>
      RosterRule.parse(item),
    ),
});
