import { expect, test } from 'vitest'
import { type Act, applyAct } from '../act/acts.ts'
import { RowSet } from '../act/row-set.ts'
import type { Seen } from '../act/rule.ts'
import type { Unit } from '../region/unit.ts'
import { copyFor, type Incident } from './incident.ts'

const dinas = '3578-DINAS'
const by = {
  at: '2026-11-24T03:00:00.000Z',
  staffId: 'hendra',
  staffName: 'Hendra',
  staffCode: 'SIO-H',
  deviceCode: '01',
}
const seen: Seen = {
  scope: dinas,
  deviceId: 'd-9',
  acceptedAt: '2026-11-24T03:00:01.000Z',
  permitted: true,
  flags: [],
  caseId: 'case-1',
}
const registered: Act = {
  type: 'incident.register',
  payload: {
    ...by,
    incidentId: 'i-1',
    scope: dinas,
    kind: 'outage',
    from: '2026-11-24T01:00:00.000Z',
    to: null,
    units: ['3578071004', '3578101003'],
    services: null,
    source: 'Surat Ditjen Dukcapil',
  },
}
const ended = (endId: string, to: string, at = '2026-11-24T06:00:00.000Z'): Act => ({
  type: 'incident.end',
  payload: { ...by, at, endId, incidentId: 'i-1', scope: dinas, to },
})
const withdrawn: Act = {
  type: 'incident.withdraw',
  payload: { ...by, withdrawId: 'w-1', incidentId: 'i-1', scope: dinas, reason: 'Salah catat' },
}

function aRegister(kind: Unit['kind'] = 'dinas') {
  const rows = new RowSet()
  const unit = { id: dinas, scope: dinas, kind, name: 'Siola', kecamatan: 'Genteng', zone: 'Asia/Jakarta' }
  rows.put({ entity: 'unit', id: dinas, row: unit })
  return rows
}
const codes = (acts: readonly Act[], how: Partial<Seen> = {}, rows = aRegister()) =>
  acts.map((act) => {
    const { verdict, code } = applyAct(act, rows, { ...seen, ...how })
    return code ?? verdict
  })

test('an outage is registered once, ends once, after it began', () => {
  const rows = aRegister()
  const acts = [
    registered,
    registered,
    ended('e-0', '2026-11-24T00:59:00.000Z'),
    ended('e-1', '2026-11-24T04:00:00.000Z'),
    ended('e-2', '2026-11-24T05:00:00.000Z'),
  ]
  expect(codes(acts, {}, rows)).toEqual(['applied', 'applied', 'incident-times', 'applied', 'incident-ended'])
  expect(rows.get('incident', 'i-1')).toMatchObject({ to: '2026-11-24T04:00:00.000Z', withdrawnAt: null })
})

test('nobody knows yet what is still to come', () => {
  const tomorrow = { ...registered, payload: { ...registered.payload, from: '2026-11-25T01:00:00.000Z' } } as Act
  const early = ended('e-1', '2026-11-24T04:00:00.000Z', '2026-11-24T03:59:00.000Z')
  expect(codes([tomorrow, registered, early])).toEqual(['incident-times', 'applied', 'incident-times'])
})

test('one that turned out to be none is withdrawn and changes no more', () => {
  expect(codes([withdrawn, registered, withdrawn, ended('e-1', '2026-11-24T04:00:00.000Z')])).toEqual([
    'incident-unknown',
    'applied',
    'applied',
    'incident-withdrawn',
  ])
})

test('only the Dinas keeps the register: no supervisor of a kelurahan, and nobody for another scope', () => {
  expect(codes([registered], {}, aRegister('kelurahan'))).toEqual(['not-permitted'])
  expect(codes([registered], { scope: '3578071004' })).toEqual(['not-permitted'])
  expect(codes([registered], { permitted: false })).toEqual(['not-permitted'])
})

test('each unit that it struck gets its own copy, the others and the register itself none', () => {
  const rows = aRegister()
  codes([registered], {}, rows)
  const incident = rows.get('incident', 'i-1') as Incident
  expect(copyFor(incident, '3578071004')).toEqual({
    id: 'i-1@3578071004',
    scope: '3578071004',
    registerId: 'i-1',
    kind: 'outage',
    from: '2026-11-24T01:00:00.000Z',
    to: null,
    units: ['3578071004'],
    services: null,
    source: 'Surat Ditjen Dukcapil',
    registeredBy: 'hendra',
    registeredAt: '2026-11-24T03:00:01.000Z',
    withdrawnAt: null,
  })
  expect([copyFor(incident, '3578010001'), copyFor(incident, dinas)]).toEqual([null, null])
})
