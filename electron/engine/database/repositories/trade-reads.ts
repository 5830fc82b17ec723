import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { ApplicationReads, CaseReads, DirectoryReads, HandoverReads } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, rows } from '../sql.ts'
import { parsed, type SeenRow, seen, seenFrom } from './seen-rows.ts'

export function applicationReadsIn(db: ReadDb): ApplicationReads {
  const one = async (where: string, value: string) => {
    const row = await firstRow<SeenRow>(db, `${seenFrom('application', 'application')} WHERE ${where}`, value)
    return row && parsed<'application'>(row.row)
  }
  return {
    find: (id) => one('t.id = ?', id),
    byCode: (code) => one('t.kitir_code = ?', code),
    byKitirNumber: async (number) =>
      looseKitirNumber(number) ? one('t.kitir_loose = ?', looseKitirNumber(number)) : null,
  }
}

export function handoverReadsIn(db: ReadDb): HandoverReads {
  const one = async (where: string, value: string) => {
    const row = await firstRow<SeenRow>(db, `${seenFrom('handover', 'handover')} WHERE ${where}`, value)
    return row && seen<'handover'>(row)
  }
  return {
    find: (id) => one('t.id = ?', id),
    byReceiptNumber: (number) => one('t.receipt_number = ?', number),
    standing: async (cardId) => (await one("t.card_id = ? AND t.standing = 'stands'", cardId))?.row ?? null,
  }
}

export function caseReadsIn(db: ReadDb): CaseReads {
  return {
    openFor: async (cardId) => {
      const sql = `${seenFrom('case_file', 'case')} WHERE t.card_id = ? AND t.state = 'open'`
      const row = await firstRow<SeenRow>(db, sql, cardId)
      return row && parsed<'case'>(row.row)
    },
  }
}

/** Things that are few or asked for by id: read from their base rows. */
export function directoryReadsIn(db: ReadDb): DirectoryReads {
  const one = async <E extends EntityName>(entity: E, id: string): Promise<RowOf<E> | null> => {
    const sql = 'SELECT row FROM replica WHERE entity = ? AND id = ? AND row IS NOT NULL'
    const found = await firstRow<{ row: string }>(db, sql, entity, id)
    return found && parsed<E>(found.row)
  }
  const allStaff = async () => {
    const found = await rows<{ row: string }>(db, "SELECT row FROM replica WHERE entity = 'staff' AND row IS NOT NULL")
    return found.map(({ row }) => parsed<'staff'>(row)).sort((a, b) => a.name.localeCompare(b.name))
  }
  return {
    household: (kkNumber) => one('household', kkNumber),
    staff: (id) => one('staff', id),
    staffByUsername: async (username) => {
      const wanted = username.trim().toLowerCase()
      return (await allStaff()).find((staff) => staff.username.toLowerCase() === wanted) ?? null
    },
    allStaff,
    unit: (scope) => one('unit', scope),
    deviceKey: (id) => one('device-key', id),
  }
}
