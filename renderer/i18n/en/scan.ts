import type { scan as words } from '../id/scan.ts'
import type { Translated } from '../words.ts'

export const scan: Translated<typeof words> = {}
