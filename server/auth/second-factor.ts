import { randomBytes, randomInt } from 'node:crypto'
import { callRoles } from '#shared/domain/staff/permissions.ts'
import type { Role } from '#shared/domain/staff/staff.ts'
import type { Centre } from '../centre.ts'
import { Problem } from '../problem.ts'
import type { Device } from './device.ts'
import type { FactorVault } from './factor-vault.ts'
import { forgetTries, provenAccount, type Typed } from './proven-account.ts'
import { type Account, type Term, updateAccount, whose } from './staff-account.ts'
import { base32, otpauthUri, stepOf } from './totp.ts'

const secretBytes = 20
const recoveryCodes = 8
/** Without what is easily mistaken for something else. */
const recoveryAlphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const recoveryLength = 10

const mayHave: readonly Role[] = callRoles['session.begin-second-factor']

export const hasFactor = ({ factor }: Account): boolean => factor !== null

/** A supervisor or administrator without one, where the region requires it. */
export const mustAddFactor = ({ region, factors }: Centre, account: Account, { roles }: Term): boolean =>
  region.secondFactor === 'required' &&
  factors !== null &&
  !hasFactor(account) &&
  roles.some((one) => mayHave.includes(one))

/**
 * The code of the authenticator, or one of the recovery codes; each is taken once. Throws 403 `second-factor-required` where none was given,
 * `second-factor-wrong`: that try stays counted.
 */
export async function requireFactor(centre: Centre, account: Account, given: string | undefined): Promise<void> {
  const code = (given ?? '').replace(/[\s-]/g, '').toLowerCase()
  if (code === '') throw new Problem(403, 'second-factor-required')
  const used = /^\d{6}$/.test(code) ? await takeCode(centre, account, code) : await takeRecovery(centre, account, code)
  if (!used) throw new Problem(403, 'second-factor-wrong')
}

/** One statement says whether this process was the first to take it. */
async function takeCode(centre: Centre, account: Account, code: string): Promise<boolean> {
  const secret = vaultOf(centre).open(account.factor ?? '', whose(account))
  if (secret === null) throw new Problem(403, 'second-factor-off')
  const step = stepOf(secret, code, { at: centre.now(), after: account.factor_step })
  if (step === null) return false
  const taken = await centre.db
    .updateTable('staff_accounts')
    .set({ factor_step: step })
    .where('scope', '=', account.scope)
    .where('username', '=', account.username)
    .where('factor_step', '<', step)
    .returning('username')
    .executeTakeFirst()
  return taken !== undefined
}

async function takeRecovery(centre: Centre, account: Account, code: string): Promise<boolean> {
  const marks: readonly string[] = JSON.parse(account.recovery)
  const mark = vaultOf(centre).mark(code, whose(account))
  if (!marks.includes(mark)) return false
  const taken = await centre.db
    .updateTable('staff_accounts')
    .set({ recovery: JSON.stringify(marks.filter((one) => one !== mark)) })
    .where('scope', '=', account.scope)
    .where('username', '=', account.username)
    .where('recovery', '=', account.recovery)
    .returning('username')
    .executeTakeFirst()
  return taken !== undefined
}

function vaultOf({ factors }: Centre): FactorVault {
  if (factors === null) throw new Problem(403, 'second-factor-off')
  return factors
}

/** A new secret, shown once. Whoever has a second factor already gives its code as well, or the password alone would be enough to replace it. */
export async function beginFactor(centre: Centre, device: Device, typed: Typed) {
  const vault = vaultOf(centre)
  const { account, term } = await provenAccount(centre, device, typed)
  if (!term.roles.some((one) => mayHave.includes(one))) throw new Problem(403, 'not-permitted')
  if (hasFactor(account)) await requireFactor(centre, account, typed.code)
  const secret = randomBytes(secretBytes)
  await updateAccount(centre.db, account, { factor_pending: vault.seal(secret, whose(account)) })
  await forgetTries(centre, device.homeScope, account.username)
  return { secret: base32(secret), uri: otpauthUri(secret, account.username) }
}

/** In force from here on, with recovery codes that take the place of any before. Throws 403 `second-factor-wrong`. */
export async function confirmFactor(centre: Centre, device: Device, typed: Typed & { readonly code: string }) {
  const vault = vaultOf(centre)
  const { account } = await provenAccount(centre, device, typed)
  const secret = account.factor_pending === null ? null : vault.open(account.factor_pending, whose(account))
  const step = secret && stepOf(secret, typed.code.replace(/\s/g, ''), { at: centre.now(), after: 0 })
  if (step === null) throw new Problem(403, 'second-factor-wrong')
  const codes = Array.from({ length: recoveryCodes }, recoveryCode)
  const marks = codes.map((code) => vault.mark(code, whose(account)))
  const change = { factor: account.factor_pending, factor_pending: null, factor_step: step }
  await updateAccount(centre.db, account, { ...change, recovery: JSON.stringify(marks) })
  await forgetTries(centre, device.homeScope, account.username)
  return { recoveryCodes: codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`) }
}

const recoveryCode = (): string =>
  Array.from({ length: recoveryLength }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('')
