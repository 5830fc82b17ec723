/** After so long without a key it is a pause. */
const pauseMs = 300

/**
 * Keeps what is typed: on every pause, and when it is told to. `save` null: let it go. One save after the other; what could not be kept is kept with the next.
 */
export function keepTyped<D>(save: (draft: D | null) => Promise<unknown>) {
  let waiting: D | null | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    const draft = waiting
    if (draft === undefined) return
    waiting = undefined
    save(draft).catch(() => {
      if (waiting === undefined) waiting = draft
    })
  }
  const change = (draft: D | null) => {
    waiting = draft
    clearTimeout(timer)
    timer = setTimeout(flush, pauseMs)
  }
  return {
    ...{ change, flush },
    /** It was recorded, or is not wanted. */
    forget: () => {
      change(null)
      flush()
    },
  }
}

export type Keeping<D> = ReturnType<typeof keepTyped<D>>
