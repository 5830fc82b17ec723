/** What somebody may do with a token: devices of the offices, calendars, reading of audits, or everything. */
export const adminRoles = ['devices', 'calendar', 'audit', 'all'] as const
export type AdminRole = (typeof adminRoles)[number]
