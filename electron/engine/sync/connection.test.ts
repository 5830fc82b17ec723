import { expect, test } from 'vitest'
import { afterEvent, type Connection } from './connection.ts'

const [early, late] = ['2026-11-24T02:00:00.000Z', '2026-11-24T03:00:00.000Z']
const online: Connection = { state: 'online', since: early, fault: null }
const cut: Connection = { state: 'cut', since: early, fault: null }

test('the time moves only with the state', () => {
  expect(afterEvent(online, { kind: 'answered' }, late)).toEqual(online)
  const failed = afterEvent(online, { kind: 'failed', fault: { code: 'centre-error' } }, late)
  expect(failed).toEqual({ state: 'offline', since: late, fault: { code: 'centre-error' } })
})

test('while it is cut, late answers and failures of aborted requests change nothing', () => {
  for (const event of [
    { kind: 'answered' },
    { kind: 'network-lost' },
    { kind: 'failed', fault: { code: 'offline' } },
  ] as const)
    expect(afterEvent(cut, event, late)).toEqual(cut)
})

test('restored is not yet online, and nothing is wrong yet: the centre has to answer first', () => {
  expect(afterEvent(cut, { kind: 'restored' }, late)).toEqual({
    state: 'offline',
    since: late,
    fault: null,
  })
})
