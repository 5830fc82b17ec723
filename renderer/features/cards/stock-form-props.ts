import type { CardLine } from '#shared/contract/engine/values.ts'

/** What every form of these dialogs is given. */
export interface StockFormProps {
  readonly cards: readonly CardLine[]
  /** It was recorded; the ticks are gone and the dialog with them. */
  readonly onDone: () => void
}
