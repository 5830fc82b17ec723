import css from './avatar.module.css'

/** Initials of a person; decoration, the name stands beside it. */
export function Avatar({
  name,
  large = false,
  active = true,
}: {
  readonly name: string
  readonly large?: boolean
  readonly active?: boolean
}) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
  return (
    <span className={css.avatar} data-large={large} data-active={active} aria-hidden="true">
      {initials}
    </span>
  )
}
