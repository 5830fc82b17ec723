/** UTC, ISO-8601 with milliseconds: `2026-11-24T02:14:00.000Z`. */
export type Instant = string

/** Calendar day, `2009-03-31`. */
export type CalendarDay = string
