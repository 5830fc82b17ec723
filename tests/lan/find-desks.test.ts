import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findDesks } from '../../electron/engine/lan/find-desks.ts'
import { Office } from './office.ts'

// A real server and real engines start for each, and other work may share the machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let office: Office
beforeEach(async () => {
  office = await Office.open()
})
afterEach(() => office.close())

test('desks that were told no address find each other by mDNS, in whatever order they were switched on', async () => {
  await office.centre.addCard('k-1')
  const [first, second] = [await office.desk(), await office.desk()]
  await first.call('sync.now', {})
  await first.onLan({ find: true })
  await second.onLan({ find: true })
  await Promise.all([first.sees(second), second.sees(first)])
  for (const desk of [first, second]) await desk.cutOff()
  expect(await second.handOver('k-1')).toMatchObject({ ok: true })
  await first.shows('k-1', 'handed-over', 'neighbour')
})

test('what is told to the whole network is a port under a name that says nothing', async () => {
  const { default: multicastDns } = await import('multicast-dns')
  const ear = multicastDns({ interface: '127.0.0.1', bind: '0.0.0.0' })
  const said = new Promise<unknown>((resolve) => {
    ear.on('response', ({ answers, additionals }) => {
      const records = [...answers, ...additionals]
      if (records.some((one) => one.type === 'SRV' && one.data.port === 47_821)) resolve(records)
    })
  })
  const trouble = (cause: Error) => {
    throw cause
  }
  const finding = await findDesks({ port: 47_821, loopbackOnly: true, onFound: () => {}, onTrouble: trouble })
  const name = expect.stringMatching(/^[0-9a-f]{12}\._loket\._tcp\.local$/)
  expect(await said).toEqual([
    expect.objectContaining({ name: '_loket._tcp.local', type: 'PTR', data: name }),
    expect.objectContaining({ name, type: 'SRV', data: expect.objectContaining({ port: 47_821, target: name }) }),
  ])
  await finding.close()
  await new Promise<void>((closed) => ear.destroy(() => closed()))
})
