import { connect, createServer, type SecureContextOptions, type Server, type TLSSocket } from 'node:tls'
import type { Address } from './address-book.ts'
import type { LanCertificate } from './certificate.ts'
import { isLocal } from './local-addresses.ts'
import { peerKey } from './roster.ts'

/** From the first packet until both keys are proved. */
const handshakeMs = 3_000
const mostCallers = 100

/** Both sides show a key and prove that they hold it; whose it is, the caller asks the roster. What else a certificate says is not looked at. */
const tls = ({ key, cert }: LanCertificate): SecureContextOptions & { rejectUnauthorized: false } => ({
  key,
  cert,
  minVersion: 'TLSv1.3',
  rejectUnauthorized: false,
})

export interface Door {
  close(): Promise<void>
}

interface Listening extends Address {
  readonly certificate: LanCertificate
  /** A caller with its proven key (base64url of the SPKI); it is for the callee to let it in or to break the line. */
  readonly onCaller: (socket: TLSSocket, key: string) => void
}

/** Waits for other desks. Rejects where the port cannot be had (EADDRINUSE, EACCES). */
export function listen({ host, port, certificate, onCaller }: Listening): Promise<Door> {
  const server = createServer({ ...tls(certificate), requestCert: true, handshakeTimeout: handshakeMs, noDelay: true })
  server.maxConnections = mostCallers
  const callers = new Set<{ destroy(): void }>()
  server.on('connection', (socket) => {
    if (!isLocal(socket.remoteAddress)) return void socket.destroy()
    callers.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => callers.delete(socket))
  })
  // A caller that is no desk, or that breaks off: nothing of it is kept, and there is nobody to tell.
  server.on('tlsClientError', (_cause, socket) => socket.destroy())
  server.on('secureConnection', (socket) => {
    socket.on('error', () => {})
    const key = peerKey(socket)
    if (key === null) socket.destroy()
    else onCaller(socket, key)
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      server.on('error', () => {})
      resolve({ close: () => closed(server, callers) })
    })
  })
}

function closed(server: Server, callers: ReadonlySet<{ destroy(): void }>): Promise<void> {
  for (const caller of callers) caller.destroy()
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Calls another desk; null where nobody answers in time or shows a key. `signal` breaks it off. */
export function dial(
  { host, port }: Address,
  certificate: LanCertificate,
  signal: AbortSignal,
): Promise<{ readonly socket: TLSSocket; readonly key: string } | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, ...tls(certificate) })
    // A question of a few bytes must not wait for the answer to the one before.
    socket.setNoDelay(true)
    const end = (key: string | null) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', broken)
      socket.off('close', broken)
      if (key === null) socket.destroy()
      resolve(key === null ? null : { socket, key })
    }
    const broken = () => end(null)
    const timer = setTimeout(broken, handshakeMs)
    socket.on('error', () => {})
    socket.once('close', broken)
    socket.once('secureConnect', () => end(peerKey(socket)))
    signal.addEventListener('abort', broken)
  })
}
