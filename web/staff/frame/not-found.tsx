import { PageHeader } from '../../shared/ui/index.ts';
import { t } from './texts.ts';

export const NotFound = () => (
  <>
    <PageHeader title={t('notFound')} lead={t('notFoundText')} />
    <a class="button first" href="/staf/">
      {t('home')}
    </a>
  </>
);
