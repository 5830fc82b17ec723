import type { Change } from '#shared/contract/sync/protocol.ts'
import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import type { Card } from '#shared/domain/card/card.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import type { Household } from '#shared/domain/household/household.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'

/** Synthetic rows of one kelurahan, for tests of the engine. */

export const scope = '3578071004'
export const kkNumber = '3578070101190001'

const day = '2026-11-20T03:00:00.000Z'
const digits = (id: string, length: number) => {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7)
  return String(sum).padStart(length, '0').slice(-length)
}

/** A KTP-el on the shelf, made anew because the old one was damaged. */
export const aCard = (id: string, more: Partial<Card> = {}): Card => ({
  id,
  scope,
  applicationId: `application-${id}`,
  kind: 'ktp-el',
  state: 'ready',
  issueReason: 'damaged',
  ownerName: 'Dewi Lestari Handayani',
  ownerNik: `35780152${digits(id, 8)}`,
  ownerBirthDate: '1990-04-12',
  kkNumber,
  kitirNumber: `KNG-2611-${digits(id, 6)}`,
  kitirCode: `https://klampid.example/k/${id}-0123456789abcdef`,
  labelCode: `LABEL-${id}`,
  pinVerifier: null,
  place: { rack: 'A', box: '2', number: '14' },
  arrivedAt: day,
  handedOver: null,
  caseId: null,
  dueAt: null,
  acceptedAt: null,
  fulfilledAt: null,
  ...more,
})

export const aHousehold = (owner: Card): Household => ({
  id: kkNumber,
  scope,
  address: 'Jl. Contoh 1',
  members: [
    { nik: owner.ownerNik, name: owner.ownerName, birthDate: owner.ownerBirthDate, sex: 'female', relation: 'spouse' },
    { nik: '3578010203880001', name: 'Agus Handayani', birthDate: '1988-03-02', sex: 'male', relation: 'head' },
    { nik: '3578010203120002', name: 'Putri Handayani', birthDate: '2012-03-02', sex: 'female', relation: 'child' },
  ],
})

export const aPerson = (id: string, more: Partial<Staff> = {}): Staff => ({
  id,
  scope,
  username: id,
  name: `Petugas ${id}`,
  code: `KTB-${id.toUpperCase()}`,
  roles: ['kelurahan'],
  active: true,
  ...more,
})

export const change = <E extends EntityName>(entity: E, row: RowOf<E>, version = 1): Change => ({
  scope: row.scope,
  seq: version,
  entity,
  id: row.id,
  version,
  row: { ...row },
})

export const aFact = (cardId: string, handoverId: string): HandoverFact => ({
  handoverId,
  cardId,
  receiptNumber: `0001/BST/${handoverId}`,
  at: '2026-11-24T02:14:00.000Z',
  staffId: 'rini',
  staffName: 'Rini',
  staffCode: 'KTB-R',
  deviceCode: '09',
  pin: 'verified',
  override: null,
  collector: { kind: 'self', name: 'Dewi Lestari Handayani', nik: null, relation: 'Pemilik', proxyLetter: null },
  papers: [],
  identity: { seen: true },
  oldCard: { kind: 'withdrawn', drawer: null },
  signature: 'a'.repeat(64),
  photo: null,
  offline: true,
})
