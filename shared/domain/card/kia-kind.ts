import type { CalendarDay } from '../time.ts'
import { adultAge, hasTurned } from './age.ts'

/** Below this age a KIA bears no photo. */
const photoAge = 5

/** Which KIA a child has on a day: without a photo until the day before the fifth birthday, with one until the day before the seventeenth; null from then on. */
export function kiaKind(born: CalendarDay, today: CalendarDay): 'without-photo' | 'with-photo' | null {
  if (hasTurned(born, adultAge, today)) return null
  return hasTurned(born, photoAge, today) ? 'with-photo' : 'without-photo'
}
