import type { PublicSession } from '../attendee-view.ts';

/** The regency's letterhead over the double rule of official letters. */
export const Letterhead = ({ session: { letterhead } }: { session: PublicSession }) => (
  <div class="letterhead">
    {letterhead.lines.map((line, at) => (
      <p key={line} class={at === letterhead.lines.length - 1 ? 'last' : undefined}>
        {line}
      </p>
    ))}
    {letterhead.address && <p class="small soft">{letterhead.address}</p>}
  </div>
);
