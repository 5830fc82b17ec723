/** What a desk that nobody uses comes to: nothing yet, a warning that counts down, the lock. */
export type Idle =
  | { readonly kind: 'used' }
  | { readonly kind: 'warned'; readonly secondsLeft: number }
  | { readonly kind: 'over' }

const warningMs = 30_000

/** `unusedMs`: since somebody last typed or moved the pointer; `lockMs`: after which the screen locks. */
export function idleAfter(unusedMs: number, lockMs: number): Idle {
  const left = lockMs - unusedMs
  if (left <= 0) return { kind: 'over' }
  if (left > warningMs) return { kind: 'used' }
  return { kind: 'warned', secondsLeft: Math.ceil(left / 1000) }
}
