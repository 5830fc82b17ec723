import type { EntityName, RowOf } from '#shared/contract/sync/rows.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { ApplicationReads, CaseReads, DirectoryReads, HandoverReads } from '../../usecases/stores.ts'
import { closedList } from '../closed-statuses.ts'
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
    some: async (ids) => {
      const sql = `${seenFrom('application', 'application')} WHERE t.id IN (${ids.map(() => '?').join(', ')})`
      return (await rows<SeenRow>(db, sql, ...ids)).map(({ row }) => parsed<'application'>(row))
    },
    open: async ({ service, applicantNik }) => {
      const open = `t.status NOT IN (${closedList})`
      const his = "json_extract(r.row, '$.service') = ? AND json_extract(r.row, '$.applicantNik') = ?"
      const sql = `${seenFrom('application', 'application')} WHERE ${open} AND ${his} ORDER BY t.id`
      return (await rows<SeenRow>(db, sql, service, applicantNik)).map(({ row }) => parsed<'application'>(row))
    },
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
    since: async (at) => {
      const found = await rows<SeenRow>(db, `${seenFrom('handover', 'handover')} WHERE t.at >= ? ORDER BY t.at`, at)
      return found.map((row) => seen<'handover'>(row).row)
    },
    ofCard: async (cardId) => {
      const sql = `${seenFrom('handover', 'handover')} WHERE t.card_id = ? ORDER BY t.at, t.id`
      return (await rows<SeenRow>(db, sql, cardId)).map((row) => seen<'handover'>(row))
    },
    ofList: async (listId) => {
      const inList = "json_extract(coalesce(t.projected, r.row), '$.list.id') = ?"
      const sql = `${seenFrom('handover', 'handover')} WHERE ${inList} ORDER BY t.receipt_number`
      return (await rows<SeenRow>(db, sql, listId)).map((row) => seen<'handover'>(row).row)
    },
    toReview: async (flags, from) => {
      const row = 'coalesce(t.projected, r.row)'
      const marked = `SELECT 1 FROM json_each(${row}, '$.flags') f WHERE f.value IN (${flags.map(() => '?').join(', ')})`
      const open = `t.standing = 'stands' AND t.at >= ? AND json_extract(${row}, '$.reviewed') IS NULL`
      const sql = `${seenFrom('handover', 'handover')} WHERE ${open} AND EXISTS (${marked}) ORDER BY t.at, t.id`
      return (await rows<SeenRow>(db, sql, from, ...flags)).map((one) => seen<'handover'>(one).row)
    },
    standing: async (cardId) => (await one("t.card_id = ? AND t.standing = 'stands'", cardId))?.row ?? null,
  }
}

export function caseReadsIn(db: ReadDb): CaseReads {
  return {
    find: async (id) => {
      const row = await firstRow<SeenRow>(db, `${seenFrom('case_file', 'case')} WHERE t.id = ?`, id)
      return row && seen<'case'>(row)
    },
    about: async (cardId) => {
      const found = await rows<SeenRow>(db, `${seenFrom('case_file', 'case')} WHERE t.card_id = ?`, cardId)
      return found.map((row) => seen<'case'>(row))
    },
    list: async (state) => {
      const sql = `${seenFrom('case_file', 'case')} WHERE ? IN ('all', t.state) AND r.row IS NOT NULL`
      const found = await rows<SeenRow>(db, sql, state)
      return found.map((row) => seen<'case'>(row)).sort((a, b) => (a.row.openedAt > b.row.openedAt ? -1 : 1))
    },
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
