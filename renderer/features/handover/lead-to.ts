import type { Missing } from './draft.ts'

/** Where each missing thing is put right. */
const places: Record<Missing, string> = {
  label: '#handover-label',
  doubt: '#handover-doubt',
  pin: '#handover-pin input, #handover-override',
  person: '#handover-members input:not(:disabled), #handover-name',
  nik: '#handover-nik',
  letter: '#handover-letter',
  papers: 'input[data-required]:not(:checked)',
  oldCard: 'input[data-required]:not(:checked)',
  police: '#handover-police',
  identity: '#handover-identity',
  signature: '#handover-signature canvas',
}

/** Moves the focus to what is missing, once the screen has drawn it. */
export function leadTo(missing: Missing): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(places[missing])?.focus())
}
