/** Every signed head, the key, and what the last one covers. */
import { dateTimeIn, number } from '../../shared/format.ts';
import { headName, inGroups, leafKindName, leafKinds, shortHash } from '../../shared/seal-words.ts';
import { DataTable, Notice } from '../../shared/ui/index.ts';
import { CopyButton } from '../invitations/copy-text.tsx';
import type { SessionShown } from '../sessions/use-session.ts';
import { t } from './texts.ts';
import type { HeadShown } from './use-seal.ts';

interface Props {
  session: SessionShown;
  heads: readonly HeadShown[];
}

const Heads = ({ session: { zone }, heads }: Props) => (
  <DataTable
    caption={t('heads')}
    rows={heads}
    rowKey={({ head }) => String(head.number)}
    columns={[
      { head: t('seal'), cell: ({ head }) => headName(head.number), rowHead: true },
      { head: t('at'), cell: ({ head }) => dateTimeIn(zone, head.at) },
      { head: t('records'), cell: ({ head }) => number(head.size), numeric: true },
      {
        head: t('root'),
        cell: ({ head }) => (
          <span class="row">
            <code>{shortHash(head.root)}</code>
            <CopyButton
              text={head.root}
              label={t('copyRoot')}
              name={t('copyRootOf', { seal: headName(head.number) })}
              done={t('copied')}
              look="quiet"
            />
          </span>
        ),
      },
    ]}
  />
);

const Key = ({ session: { zone }, heads }: Props) => {
  const last = heads.at(-1);
  if (!last) return null;
  return (
    <section class="stack" aria-labelledby="kunci">
      <h2 id="kunci">{t('key')}</h2>
      <p>
        <code class="groups">{inGroups(last.head.key)}</code>
      </p>
      <p class="small soft">{t('keyText')}</p>
      {heads
        .filter(({ head }) => head.replacesKey)
        .map(({ head }) => (
          <Notice key={head.number} tone="info" title={t('newKey', { at: dateTimeIn(zone, head.at) })}>
            <p>{t('newKeyText', { seal: headName(head.number) })}</p>
          </Notice>
        ))}
    </section>
  );
};

const Contents = ({ counts }: Pick<HeadShown['head'], 'counts'>) => (
  <DataTable
    caption={t('contents')}
    narrow="fit"
    rows={leafKinds.filter((kind) => counts[kind])}
    rowKey={(kind) => kind}
    columns={[
      { head: t('kind'), cell: leafKindName, rowHead: true },
      { head: t('count'), cell: (kind) => number(counts[kind] ?? 0), numeric: true },
    ]}
  />
);

export const HeadsPart = (props: Props) => {
  const last = props.heads.at(-1);
  if (!last) return null;
  return (
    <>
      <Heads {...props} />
      <Key {...props} />
      <Contents counts={last.head.counts} />
    </>
  );
};
