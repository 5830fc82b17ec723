import { connect } from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Certificates, makeCertificates, pinOf } from '../fixtures/certificates.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { City, cardId } from './city.ts'
import { Desk } from './desk.ts'

// A real server starts, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const place = temporaryFolder('certificates')
const trusted = tls.getCACertificates('default')
let city: City
let ours: Certificates
/** Of another authority that this computer trusts as well: a proxy of the office that looks into TLS. */
let others: Certificates
beforeAll(async () => {
  city = await City.found()
  ours = makeCertificates(place.path, 'ours')
  others = makeCertificates(place.path, 'others')
  tls.setDefaultCACertificates([...trusted, ours.authority, others.authority])
})
afterAll(async () => {
  tls.setDefaultCACertificates(trusted)
  await city.close()
  place.remove()
})

/** What stands before the centre: TLS 1.3 ends here. What it shows can be changed. */
async function balancer(first: Certificates) {
  const port = Number(new URL(city.url).port)
  const open = new Set<tls.TLSSocket>()
  const server = tls.createServer({ key: first.key, cert: first.chain }, (socket) => {
    const centre = connect(port, '127.0.0.1')
    open.add(socket)
    socket.on('error', () => centre.destroy()).pipe(centre)
    centre.on('error', () => socket.destroy()).pipe(socket)
    socket.on('close', () => centre.destroy())
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('it does not listen')
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    url: `https://localhost:${address.port}`,
    show({ key, chain }: Certificates) {
      server.setSecureContext({ key, cert: chain })
      hangUp()
    },
    async [Symbol.asyncDispose]() {
      hangUp()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function enrol(url: string, authority: string | null) {
  const scope = await city.office(2)
  const desk = await Desk.open(url, scope)
  const centreKey = city.server.centre.keys.signingKey
  const enrolled = await desk.sync.control.enrol({
    code: await city.enrolmentCode(scope),
    serverUrl: url,
    centreKey,
    authority,
  })
  return { scope, desk, said: enrolled.ok ? 'enrolled' : enrolled.refusal.code }
}

test.each(['the authority', 'the certificate itself'])(
  'a computer whose slip names %s enrols and syncs over TLS',
  async (which) => {
    await using front = await balancer(ours)
    const pin = pinOf(which === 'the authority' ? ours.authority : ours.chain)
    const { desk, scope, said } = await enrol(front.url, pin)
    expect(said).toBe('enrolled')
    await desk.handOver(cardId(scope, 1))
    expect(await desk.round()).toMatchObject({ ok: true })
    expect(await city.accepted(scope)).toEqual(['handover.record'])
    await desk.close()
  },
)

test('an authority that the system trusts, and the slip does not name, gets no code: nothing is enrolled', async () => {
  await using front = await balancer(others)
  const named = await enrol(front.url, pinOf(ours.authority))
  expect(named.said).toBe('certificate-untrusted')
  const unnamed = await enrol(front.url, null)
  expect(unnamed.said).toBe('enrolled')
  await named.desk.close()
  await unnamed.desk.close()
})

test('an enrolled computer tells nothing to another authority, after a restart neither, and sends when its own is back', async () => {
  await using front = await balancer(ours)
  const { desk, scope } = await enrol(front.url, pinOf(ours.authority))
  await desk.round()
  await desk.handOver(cardId(scope, 1))
  front.show(others)
  for (const again of [false, true]) {
    if (again) await desk.restart()
    expect(await desk.round()).toMatchObject({ ok: false, refusal: { code: 'certificate-untrusted' } })
  }
  expect(await city.accepted(scope)).toEqual([])
  front.show(ours)
  expect(await desk.round()).toMatchObject({ ok: true })
  expect(await city.accepted(scope)).toEqual(['handover.record'])
  await desk.close()
})
