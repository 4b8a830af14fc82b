/** The demo's accounts: every role in every regency, each with a one-time code. */
import type { Accounts } from '../../functions/local/identity/accounts.ts';

export interface Entrance {
  role: string;
  region: string;
  username: string;
  code: string;
}

const roles = [
  ['organizer', 'penyelenggara'],
  ['operator', 'operator'],
  ['regent', 'pimpinan'],
  ['auditor', 'pemeriksa'],
] as const;

export const addAccounts = async (
  accounts: Accounts,
  regencies: readonly { code: string; name: string }[],
): Promise<Entrance[]> => {
  const wanted = regencies.flatMap(({ code, name }) =>
    roles.map(([role, word]) => ({
      role,
      region: code,
      username: `${word}.${code.replace('.', '')}`,
      name: `${word} ${name}`,
    })),
  );
  const province = {
    role: 'province' as const,
    region: '18',
    username: 'provinsi.18',
    name: 'Pembina Provinsi Lampung',
  };
  const nation = { role: 'nation' as const, region: '00', username: 'nasional', name: 'Pembina Nasional' };
  // Side by side: each costs a slow hash.
  return Promise.all(
    [...wanted, province, nation].map(async (account) => {
      const { code } = await accounts.addWithOneTimeCode(account);
      return { role: account.role, region: account.region, username: account.username, code };
    }),
  );
};
