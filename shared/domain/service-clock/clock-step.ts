export type ClockStepCode =
  /** Nothing is promised: service. */
  | 'no-promise'
  /** Rejected or withdrawn: at. */
  | 'cancelled'
  | 'not-accepted'
  /** The calendar ends: the centre must send the next year's. */
  | 'no-working-day-known'
  /** ground. */
  | 'excluded'
  /** Accepted while open, the clock starts: at. */
  | 'starts-at-acceptance'
  /** Accepted outside working days or hours, the clock starts later: acceptedAt, at. */
  | 'starts-at-opening'
  /** A day between acceptance and due that does not count: day, reason, name. */
  | 'day-off'
  /** Due if nothing had stopped the clock: at. */
  | 'due'
  /** It stood: cause, from, to ('' while it lasts), officeSeconds, incidentId ('' for a return). */
  | 'stopped'
  /** It stood when the due time had passed already, so nothing moved: the same values. */
  | 'stopped-too-late'
  /** Due after the stops: at, officeSeconds. */
  | 'extended'
  /** The due time is not the one that was told: told, at. */
  | 'moved'
  /** at. */
  | 'fulfilled'

/** One step of the explanation; screens and paper have the words, found by code. */
export interface ClockStep {
  readonly code: ClockStepCode
  readonly values: Readonly<Record<string, string | number>>
}
