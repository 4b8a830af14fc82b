/** What is shown to whoever has no link of their own: what this is or what is wrong, where to go from here, and what to do when invited. */
import '../shared/base.css';
import { type ComponentChildren, type FunctionComponent, render } from 'preact';
import { dictionary } from '../shared/i18n.ts';
import { Frame, Notice, PageHeader } from '../shared/ui/index.ts';

const t = dictionary({
  invited: ['Anda diundang?', 'Were you invited?'],
});

interface FrontPageProps {
  title: string;
  lead: string;
  /** What to do who was invited. */
  invited: string;
  /** Where to. */
  children: ComponentChildren;
}

export const FrontPage = ({ title, lead, invited, children }: FrontPageProps) => (
  <Frame home="/" narrow>
    <div class="stack-wide">
      <div>
        <PageHeader title={title} lead={lead} />
        <div class="row actions">{children}</div>
      </div>
      <Notice tone="info" title={t('invited')}>
        <p>{invited}</p>
      </Notice>
    </div>
  </Frame>
);

export const show = (Page: FunctionComponent): void => {
  const app = document.getElementById('app');
  if (app) render(<Page />, app);
};
