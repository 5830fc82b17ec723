import { rescueRun, rescueState } from '#shared/contract/engine/keeping.ts'
import { type CallMessage, callMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { ok, type Result } from '#shared/domain/result.ts'
import { fail } from '../usecases/fail.ts'
import type { RescueHost } from '../usecases/ports.ts'
import type { EnginePort } from './engine-port.ts'

interface Rescue extends Pick<RescueHost, 'state' | 'run'> {
  readonly code: FatalCode
}

/** Serves a screen where there is no database to work on: it is told why, and may choose a way out. Everything else has to wait. */
export function serveRescue(port: EnginePort, rescue: Rescue): void {
  port.onMessage((message) => {
    const parsed = callMessage.safeParse(message)
    if (parsed.success)
      void answer(parsed.data, rescue).then((reply) => port.post({ type: 'reply', id: parsed.data.id, ...said(reply) }))
  })
  port.post({ type: 'hello', engineStart: Date.now(), fatal: { code: rescue.code } })
}

async function answer({ name, input }: CallMessage, { state, run }: Rescue): Promise<Result<unknown, Fault>> {
  if (name === rescueState.name) return ok(state())
  if (name !== rescueRun.name) return fail('engine-restarting')
  const asked = rescueRun.input.safeParse(input)
  return asked.success ? run(asked.data) : fail('input-invalid', { field: asked.error.issues[0]?.path.join('.') ?? '' })
}

const said = (reply: Result<unknown, Fault>) =>
  reply.ok ? { ok: true, value: reply.value } : { ok: false, fault: reply.refusal }
