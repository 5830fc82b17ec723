/** What a city pays for a broken promise, in whole rupiah. */
export interface CompensationRules {
  /** A central outage in the promised time: a supervisor decides (void), or it is subtracted like any other stop (deduct). */
  readonly outagePolicy: 'void' | 'deduct'
  readonly mode: 'once' | 'perDay'
  readonly rupiah: number
  /** At most so much per application in mode perDay; null: no limit. */
  readonly cap: number | null
  /** What a day of delay is: begun 24 hours, or begun working days of the unit. */
  readonly lateDays: 'calendar' | 'working'
}
