import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'

export const connectDeadlineMs = 5_000

/** A proxy as the operating system names it, or null for a direct way. */
export interface ProxyAddress {
  readonly host: string
  readonly port: number
}

/** Reads Chromium's PAC notation (`PROXY host:port; DIRECT`): the first entry counts; SOCKS is not spoken here and means direct. */
export function proxyFromPac(pac: string): ProxyAddress | null {
  const first = pac.split(';')[0]?.trim() ?? ''
  const match = /^(?:PROXY|HTTPS?)\s+(.+):(\d+)$/i.exec(first)
  return match ? { host: String(match[1]), port: Number(match[2]) } : null
}

type Connected = (error: Error | null, socket?: Duplex) => void

/**
 * Agents that give up on a connection after five seconds and go through a proxy by CONNECT where there is one. `authority`: beside all that the system asks for, a
 * certificate with this SHA-256 (hex) has to be in the chain.
 */
export function centreAgents(
  proxy: ProxyAddress | null,
  authority: string | null = null,
): { httpAgent: http.Agent; httpsAgent: https.Agent } {
  const keep = { keepAlive: true, maxSockets: 6 }
  const httpAgent = new http.Agent(keep)
  const httpsAgent = new https.Agent(keep)
  let known: tls.SecureContext | null = null
  // Hundreds of certificates: read where there is TLS, and once.
  const secureContext = () => {
    known ??= tls.createSecureContext(systemAuthorities())
    return known
  }
  const plain = (host: string, port: number, done: Connected) =>
    proxy ? tunnel(proxy, host, port, done) : connectInTime(net.connect({ host, port }), 'connect', done)
  httpAgent.createConnection = (options, done) => {
    plain(options.host ?? '127.0.0.1', Number(options.port), done as Connected)
    return undefined
  }
  httpsAgent.createConnection = (options, done) => {
    plain(options.host ?? '127.0.0.1', Number(options.port), (error, socket) => {
      if (!socket) return (done as Connected)(error)
      const servername = options.host && net.isIP(options.host) === 0 ? options.host : ''
      const secure = tls.connect({ secureContext: secureContext(), socket, servername, host: options.host ?? '' })
      const checked: Connected = (failed, stream) => {
        if (failed || authority === null || isIn(secure.getPeerCertificate(true), authority))
          return (done as Connected)(failed, stream)
        secure.destroy()
        ;(done as Connected)(Object.assign(new Error('another authority'), { code: 'LOKET_CERT_AUTHORITY' }))
      }
      connectInTime(secure, 'secureConnect', checked)
    })
    return undefined
  }
  return { httpAgent, httpsAgent }
}

/** From the centre's own certificate up to the one that signs itself. */
function isIn(own: tls.DetailedPeerCertificate, authority: string): boolean {
  const seen = new Set<string>()
  for (let one = own; one?.fingerprint256 && !seen.has(one.fingerprint256); one = one.issuerCertificate) {
    if (one.fingerprint256.replaceAll(':', '').toLowerCase() === authority) return true
    seen.add(one.fingerprint256)
  }
  return false
}

/** Node 22 and later can name the system's authorities; older ones only know NODE_EXTRA_CA_CERTS, which Node reads itself. */
function systemAuthorities(): { ca?: string[] } {
  const list: unknown = Reflect.get(tls, 'getCACertificates')
  if (typeof list !== 'function') return {}
  const of = (kind: string) => (list as (kind: string) => string[])(kind)
  return { ca: [...new Set([...of('default'), ...of('system')])] }
}

function connectInTime(socket: net.Socket, event: 'connect' | 'secureConnect', done: Connected): void {
  const timer = setTimeout(() => socket.destroy(timedOut()), connectDeadlineMs)
  const settle = (error: Error | null) => {
    clearTimeout(timer)
    socket.off('error', settle)
    error ? done(error) : done(null, socket)
  }
  socket.once('error', settle)
  socket.once(event, () => settle(null))
}

/** Told apart from trouble beyond the proxy (centre-trouble.ts). */
const proxyTrouble = (code: `LOKET_PROXY_${string}`, message: string) => Object.assign(new Error(message), { code })

const timedOut = () => Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })

function tunnel(proxy: ProxyAddress, host: string, port: number, done: Connected): void {
  const ask = http.request({
    ...proxy,
    method: 'CONNECT',
    path: `${host}:${port}`,
    agent: false,
    timeout: connectDeadlineMs,
  })
  ask.once('timeout', () => ask.destroy(timedOut()))
  ask.once('error', (error) => done(proxyTrouble('LOKET_PROXY_UNREACHABLE', error.message)))
  ask.once('connect', (answer, socket) => {
    if (answer.statusCode === 200) return done(null, socket)
    socket.destroy()
    const code = answer.statusCode === 407 ? 'LOKET_PROXY_SIGN_IN' : 'LOKET_PROXY_REFUSED'
    done(proxyTrouble(code, `the proxy answered ${answer.statusCode}`))
  })
  ask.end()
}
