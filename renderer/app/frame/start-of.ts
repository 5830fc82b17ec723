import { useUnfinished } from '../../features/handover/unfinished.tsx'
import type { Screen } from '../navigation.tsx'
import type { MenuName } from './screens.ts'

/** The screen as the menu opens it: Serah terima with the card that was left last. */
export function useStartOf(): (name: MenuName) => Screen {
  const unfinished = useUnfinished()
  return (name) => (name === 'handover' ? { name, cardId: unfinished.last() } : { name })
}
