import type { handover as words } from '../id/handover.ts'
import type { Translated } from '../words.ts'

export const handover: Translated<typeof words> = {}
