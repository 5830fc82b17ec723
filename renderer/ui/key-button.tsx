import type { ComponentProps, MouseEvent, ReactNode, Ref } from 'react'
import css from './key-button.module.css'

interface KeyButtonProps extends Omit<ComponentProps<'button'>, 'ref'> {
  readonly ref?: Ref<HTMLButtonElement>
  readonly icon?: ReactNode
  /** The key that does the same, shown on the button itself. */
  readonly hint?: string
  /** ghost: a link among words; quiet: seldom needed, so it does not draw the eye. */
  readonly look?: 'plain' | 'primary' | 'ghost' | 'quiet' | 'dark'
  readonly size?: 'small' | 'usual' | 'tall' | 'big'
}

/** A button that shows its key. `aria-disabled` greys it and leaves it reachable: pressing it then leads to what is missing. */
export function KeyButton({
  icon,
  hint,
  look = 'plain',
  size = 'usual',
  children,
  className,
  ...rest
}: KeyButtonProps) {
  const classes = className ? `${css.button} ${className}` : css.button
  return (
    <button
      type="button"
      {...rest}
      className={classes}
      data-look={look}
      data-size={size}
      aria-keyshortcuts={keysOf(hint)}
    >
      {icon}
      <span>{children}</span>
      {hint && <Keys>{hint}</Keys>}
    </button>
  )
}

/** For what cannot be taken back, like paper: the second half of a double click does nothing. */
export const once = (act: () => unknown) => (event: MouseEvent) => void (event.detail < 2 && act())

const keysOf = (hint: string | undefined) =>
  hint?.replace('Ctrl', 'Control').replace('Esc', 'Escape').replace('Spasi', 'Space')

/** A key as it is printed on keyboards. */
export function Keys({ children }: { readonly children: string }) {
  return (
    <span className={css.keys} aria-hidden="true">
      {children}
    </span>
  )
}
