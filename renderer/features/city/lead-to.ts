/** Puts the focus on the first thing of a form that is still wanted. */
export const leadTo = (form: HTMLElement | null, selector: string): void =>
  form?.querySelector<HTMLElement>(selector)?.focus()

/** Where a form begins that came after its dialog. What is decided from stands above it and stays in sight. */
export const beginAt = (form: HTMLElement | null, selector: string): void =>
  form?.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true })
