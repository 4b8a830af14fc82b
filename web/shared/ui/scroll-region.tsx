import type { ComponentChildren } from 'preact';
import { common } from '../texts.ts';

/** What is wider than a phone and scrolls sideways: reachable by keyboard, and so it has a name. */
export const ScrollRegion = ({ label, children }: { label: string; children: ComponentChildren }) => {
  const reachable = { role: 'region', tabIndex: 0, 'aria-label': common('scrollable', { label }) } as const;
  return (
    <div class="table-scroll" {...reachable}>
      {children}
    </div>
  );
};
