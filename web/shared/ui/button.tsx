import type { ComponentChildren, JSX } from 'preact';

export type ButtonLook = 'first' | 'second' | 'danger' | 'quiet';

interface ButtonProps {
  children: ComponentChildren;
  look?: ButtonLook;
  /** Something is under way: the button stays in place and focusable, but does nothing. */
  busy?: boolean;
  disabled?: boolean;
  type?: 'button' | 'submit';
  icon?: ComponentChildren;
  wide?: boolean;
  onClick?: (event: JSX.TargetedMouseEvent<HTMLButtonElement>) => void;
  'aria-label'?: string | undefined;
}

const classes = (look: ButtonLook, wide: boolean): string => `button ${look}${wide ? ' wide' : ''}`;

export const Button = (props: ButtonProps) => {
  const {
    children,
    look = 'first',
    busy = false,
    disabled = false,
    type = 'button',
    icon,
    wide = false,
    onClick,
  } = props;
  const off = busy || disabled;
  return (
    <button
      type={type}
      class={classes(look, wide)}
      // A disabled attribute would throw the keyboard's focus away in the middle of the work.
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-label={props['aria-label']}
      onClick={(event) => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
};

interface ButtonLinkProps {
  href: string;
  children: ComponentChildren;
  look?: ButtonLook;
  icon?: ComponentChildren;
  wide?: boolean;
  /** Another entry of the product, or a download: the page's router must leave it alone. */
  native?: boolean;
}

export const ButtonLink = ({ href, children, look = 'first', icon, wide = false, native = false }: ButtonLinkProps) => (
  <a class={classes(look, wide)} href={href} target={native ? '_self' : undefined}>
    {icon}
    <span>{children}</span>
  </a>
);
