import type { ApplicationFiled } from './filing.ts'

/** Through which door an application comes that somebody with these roles files. */
export const channelOf = (roles: readonly string[]): ApplicationFiled['channel'] =>
  roles.includes('mobile') ? 'mobile' : roles.includes('kelurahan') ? 'kelurahan' : 'counter'
