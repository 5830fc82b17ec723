import { closedStatuses } from '#shared/domain/filing/filing-status.ts'

/** For `IN (…)`. In the order of the index of what runs: SQLite compares the text of its condition. */
export const closedList = closedStatuses.map((status) => `'${status}'`).join(', ')
