import { useUnfinished } from '../../features/handover/unfinished.tsx'
import type { Screen } from '../navigation.tsx'

/** The screen as the menu opens it: Serah terima with the card that was left last. */
export function useStartOf(): (name: Screen['name']) => Screen {
  const unfinished = useUnfinished()
  return (name) => (name === 'handover' ? { name, cardId: unfinished.last() } : { name })
}
