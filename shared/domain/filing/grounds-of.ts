import { groundsByDate } from '../service-clock/exclusions.ts'
import type { ExclusionGround, PromiseRules } from '../service-clock/promise-rules.ts'
import type { CalendarDay } from '../time.ts'
import type { FiledContent } from './filing.ts'

/** The field of the catalogue that asks when the same card was printed last. */
const lastPrint = 'lastPrint'

/** What puts an application outside the promise by what the citizen said when it was filed. `filedOn`: the unit's own day. */
export const groundsOf = (
  { answers }: Pick<FiledContent, 'answers'>,
  filedOn: CalendarDay,
  rules: Pick<PromiseRules, 'reprintMonths'>,
): readonly ExclusionGround[] =>
  groundsByDate({ filedOn, birthDate: null, lastPrintedOn: answers[lastPrint] ?? null, recordedOn: null }, rules)
