import { createDecipheriv, createHash, hkdfSync } from 'node:crypto'
import type { Fault } from '#shared/contract/errors.ts'
import {
  codeHashText,
  plainCode,
  recoveryAnswer,
  recoveryEndpoint,
  recoveryPurpose,
} from '#shared/contract/sync/recovery.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { proxyFromPac } from '../sync/centre-agent.ts'
import { readJson } from '../sync/centre-answer.ts'
import { CentreTrouble } from '../sync/centre-trouble.ts'
import { openExchange, usualDeadlines } from '../sync/exchange.ts'
import { faultOf } from '../sync/fault-of.ts'
import { postJson } from '../sync/post-json.ts'
import { fail } from '../usecases/fail.ts'
import type { Log, Shell } from '../usecases/ports.ts'

interface Asked {
  readonly serverUrl: string
  readonly shell: Pick<Shell, 'resolveProxy'>
  readonly log: Log
}

/** The database keys that the centre has for a recovery code, the newest first. The code itself stays here. Faults: recovery-code-invalid, those of network and centre. */
export async function fetchKeys(
  code: string,
  { serverUrl, shell, log }: Asked,
): Promise<Result<readonly Uint8Array[], Fault>> {
  const proxy = proxyFromPac(await shell.resolveProxy(serverUrl))
  const { signal } = new AbortController()
  const exchange = openExchange({ serverUrl, proxy, authority: null, deadlines: usualDeadlines, signal })
  const codeHash = createHash('sha256').update(codeHashText(code)).digest('hex')
  try {
    const { salt, sealedKeys } = await exchange(postJson(recoveryEndpoint, { codeHash }), readJson(recoveryAnswer))
    return ok(sealedKeys.map((sealed) => openWithCode(sealed, code, salt)))
  } catch (cause) {
    const invalid = cause instanceof CentreTrouble && cause.problem === 'recovery-code-invalid'
    return invalid ? fail('recovery-code-invalid') : { ok: false, refusal: faultOf(cause, log) }
  } finally {
    exchange.close()
  }
}

function openWithCode(sealed: string, code: string, salt: string): Uint8Array {
  const bytes = Buffer.from(sealed, 'base64url')
  const derived = Buffer.from(hkdfSync('sha256', plainCode(code), Buffer.from(salt, 'base64url'), recoveryPurpose, 32))
  const decipher = createDecipheriv('aes-256-gcm', derived, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}
