/** A user name is small letters, digits, full stop, underscore and hyphen, 3 to 32 of them; never a NIK, which would be told by every list of names. */
export type UsernameFault = 'username-form' | 'username-nik'

const form = /^[a-z0-9._-]{3,32}$/

/** What is wrong with a user name; null: nothing. Sixteen digits count as a NIK with any dots or hyphens between them. */
export function usernameFault(username: string): UsernameFault | null {
  if (username.replace(/[._-]/g, '').match(/^\d{16}$/)) return 'username-nik'
  return form.test(username) ? null : 'username-form'
}
