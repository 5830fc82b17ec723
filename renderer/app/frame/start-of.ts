import type { Screen } from '../navigation.tsx'

/** The screen as the menu opens it. */
export function startOf(name: Screen['name']): Screen {
  return name === 'handover' ? { name, cardId: null } : { name }
}
