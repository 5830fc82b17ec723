import { closingsOf, type WithdrawnCard } from './old-card.ts'

/** Every berita acara about an old card as a case shows it, the one that stands first. */
export const oldCardActsTold = (row: WithdrawnCard) =>
  closingsOf(row).map((one) => ({
    actId: one.actId,
    oldCardId: row.id,
    stands: row.closing?.actId === one.actId,
    kind: one.kind,
    number: one.number,
    receiptNumber: row.receiptNumber,
    at: one.at,
    staffName: one.staffName,
    staffCode: one.staffCode,
    deviceCode: one.deviceCode,
    place: one.place,
    method: one.method,
    witnesses: one.witnesses.map(({ name }) => name),
    receiver: one.receiver?.name ?? null,
  }))
