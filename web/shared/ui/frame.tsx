/** The frame of a page: skip link, header with the language switch, main, footer; and the header inside main. */
import { ChevronLeft, Languages, SquareCheckBig } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { chooseLanguage, language } from '../language.ts';
import { common } from '../texts.ts';

export const LanguageSwitch = () => {
  const other = language.value === 'id' ? 'en' : 'id';
  const name = other === 'en' ? 'English' : 'Indonesia';
  return (
    <button type="button" class="button quiet" lang={other} onClick={() => chooseLanguage(other)}>
      <Languages class="icon" aria-hidden="true" />
      {name}
    </button>
  );
};

interface FrameProps {
  home: string;
  children: ComponentChildren;
  /** Links of the main menu. */
  nav?: ComponentChildren;
  /** Beside the language switch: who is signed in. */
  aside?: ComponentChildren;
  narrow?: boolean;
}

export const Frame = ({ home, children, nav, aside, narrow = false }: FrameProps) => {
  const width = narrow ? 'wrap narrow' : 'wrap';
  return (
    <>
      <a class="skip" href="#isi">
        {common('skip')}
      </a>
      <header class="site-header">
        <div class={width}>
          <a class="brand" href={home}>
            <SquareCheckBig class="icon" aria-hidden="true" />
            Hadir
          </a>
          {nav && (
            <nav class="site-nav" aria-label={common('main')}>
              {nav}
            </nav>
          )}
          <div class="row site-aside">
            {aside}
            <LanguageSwitch />
          </div>
        </div>
      </header>
      <main id="isi" tabIndex={-1}>
        <div class={width}>{children}</div>
      </main>
      <footer class="site-footer">
        <div class={width}>{common('footer')}</div>
      </footer>
    </>
  );
};

/** The title of the browser's window, most particular part first. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Hadir`;
  }, [title]);
};

interface PageHeaderProps {
  title: string;
  lead?: ComponentChildren;
  /** Where the page hangs: one step up. */
  up?: { href: string; label: string };
  children?: ComponentChildren;
}

export const PageHeader = ({ title, lead, up, children }: PageHeaderProps) => {
  useTitle(title);
  return (
    <div class="page-header">
      {up && (
        <a class="crumb" href={up.href}>
          <ChevronLeft class="icon" aria-hidden="true" />
          {up.label}
        </a>
      )}
      <h1>{title}</h1>
      {lead && <div class="lead">{lead}</div>}
      {children && <div class="row actions">{children}</div>}
    </div>
  );
};
