import { once } from 'node:events'
import { createServer } from 'node:net'
import { codeOf, Mistake } from './mistake.ts'

export interface Place {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
}

/** Throws a `Mistake` when nothing can listen there. */
export async function requireFreePort(place: Place): Promise<void> {
  const probe = createServer()
  probe.listen(place)
  try {
    await once(probe, 'listening')
  } catch (cause) {
    throw portMistake(cause, place)
  }
  probe.close()
  await once(probe, 'close')
}

/** What the system said about listening there, in one sentence; anything else as it is. */
export function portMistake(cause: unknown, { host, port }: Place): unknown {
  const sentence = sentenceOf(codeOf(cause), `port ${port} of ${host}`)
  return sentence === null ? cause : new Mistake(sentence, { cause })
}

function sentenceOf(code: string, where: string): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `The central server cannot listen on ${where}, which another program has: end that one, or set PORT.`
    case 'EACCES':
      return `The central server may not listen on ${where}: set PORT to 1024 or above.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `The central server cannot listen on ${where}, which is no address of this machine: set LOKET_SERVER_HOST.`
    default:
      return null
  }
}
