import { randomBytes } from 'node:crypto'
import type { MulticastDNS } from 'multicast-dns'
import type { Address } from './address-book.ts'

const service = '_loket._tcp.local'
/** Asked so often at the start, and then now and then: a desk that is switched on tells of itself. */
const askEveryMs = 30_000
const ttlSeconds = 120

interface Finding {
  /** Port of this desk, told to the others. */
  readonly port: number
  readonly loopbackOnly: boolean
  readonly onFound: (address: Address) => void
  /** No mDNS on this machine or network: the addresses that were entered remain. */
  readonly onTrouble: (cause: Error) => void
}

/**
 * Looks for other desks on the local network by DNS-SD over mDNS (RFC 6762, 6763), and lets itself be found. What is told is a port, under a name that is
 * drawn anew each time: nothing of the office, the person or the computer. Whoever answers has proved nothing yet.
 */
export async function findDesks({
  port,
  loopbackOnly,
  onFound,
  onTrouble,
}: Finding): Promise<{ close(): Promise<void> }> {
  // Loaded only where an office uses it.
  const { default: multicastDns } = await import('multicast-dns')
  const mdns = multicastDns(loopbackOnly ? { interface: '127.0.0.1', bind: '0.0.0.0' } : {})
  const name = `${randomBytes(6).toString('hex')}.${service}`
  mdns.on('error', onTrouble)
  mdns.on('warning', () => {})
  mdns.on('query', ({ questions }) => {
    if (questions.some((asked) => asked.name === service && asked.type === 'PTR')) tellOf(mdns, name, port)
  })
  mdns.on('response', ({ answers, additionals }, from) => {
    for (const one of [...answers, ...additionals])
      if (one.type === 'SRV' && one.name !== name && one.name.endsWith(`.${service}`))
        onFound({ host: from.address, port: one.data.port })
  })
  const ask = () => mdns.query([{ name: service, type: 'PTR' }])
  mdns.on('ready', () => {
    ask()
    tellOf(mdns, name, port)
  })
  const asking = setInterval(ask, askEveryMs)
  asking.unref()
  return {
    close: () => {
      clearInterval(asking)
      return new Promise((resolve) => mdns.destroy(() => resolve()))
    },
  }
}

function tellOf(mdns: MulticastDNS, name: string, port: number): void {
  mdns.respond({
    answers: [{ name: service, type: 'PTR', ttl: ttlSeconds, data: name }],
    additionals: [{ name, type: 'SRV', ttl: ttlSeconds, data: { port, target: name } }],
  })
}
