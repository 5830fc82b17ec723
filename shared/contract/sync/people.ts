import { z } from 'zod'
import { id, instant, scope } from './values.ts'

const aboutPerson = {
  actId: id,
  scope,
  personId: id,
  at: instant,
  staffId: id,
  staffName: z.string(),
  staffCode: z.string(),
  deviceCode: z.string(),
}
const roles = z.array(z.enum(['counter', 'kelurahan', 'mobile', 'supervisor', 'admin'])).max(5)
const name = z.string().trim().min(1).max(120)
const code = z.string().trim().min(1).max(16)
/** Never a password: what is made of one. */
const firstPassword = z
  .string()
  .max(200)
  .regex(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/)

/** Payload of `staff.add`, version 1. */
export const personAdded = z.looseObject({
  ...aboutPerson,
  username: z.string().min(1).max(64),
  name,
  code,
  roles,
  firstPassword,
})

/** Payload of `staff.change`, version 1. */
export const personChanged = z.looseObject({ ...aboutPerson, name, code, roles })

/** Payload of `staff.end`, version 1. */
export const personEnded = z.looseObject({ ...aboutPerson, reason: z.string().min(1).max(500) })

/** Payload of `staff.reset`, version 1. */
export const passwordReset = z.looseObject({ ...aboutPerson, firstPassword })
