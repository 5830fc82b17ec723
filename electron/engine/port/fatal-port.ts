import { callMessage } from '#shared/contract/engine/wire.ts'
import type { Fault } from '#shared/contract/errors.ts'
import type { EnginePort } from './engine-port.ts'

/** Serves a screen where there is no database to work on: every answer says why. */
export function serveFatal(port: EnginePort, fatal: Fault): void {
  port.onMessage((message) => {
    const parsed = callMessage.safeParse(message)
    if (parsed.success) port.post({ type: 'reply', id: parsed.data.id, ok: false, fault: fatal })
  })
  port.post({ type: 'hello', engineStart: Date.now(), fatal })
}
