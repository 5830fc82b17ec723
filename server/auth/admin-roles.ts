/** What somebody may do with a token: devices of the offices, calendars, reading of audits, delivering what the citizens' app brings, or everything. */
export const adminRoles = ['devices', 'calendar', 'audit', 'intake', 'all'] as const
export type AdminRole = (typeof adminRoles)[number]
