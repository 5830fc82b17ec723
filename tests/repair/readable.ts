import { DamagedFile } from '../../electron/engine/database/salvage/damaged-file.ts'
import { readTreePage } from '../../electron/engine/database/salvage/records.ts'
import { deskKey } from '../sync/desk.ts'

/**
 * Positions of the commands whose every page is, in the harmed file, byte by byte as it was: found in the whole file, without following any tree. What is not among them may be lost,
 * and only that.
 */
export function readableCommands(whole: string, harmed: string): ReadonlySet<number> {
  const before = new Watched(whole, deskKey)
  const after = new DamagedFile(harmed, deskKey)
  const found = new Set<number>()
  for (let number = 1; number <= before.pageCount; number++) {
    before.asked.clear()
    const page = readTreePage(before, number)
    if (page?.kind !== 'table-leaf') continue
    const same = [...before.asked].every((one) =>
      Buffer.from(after.page(one) ?? []).equals(before.page(one) ?? Buffer.of()),
    )
    if (!same) continue
    for (const { rowid, values } of page.cells)
      if (values?.length === 16 && values[0] === null && rowid !== null) found.add(rowid)
  }
  before.close()
  after.close()
  return found
}

class Watched extends DamagedFile {
  readonly asked = new Set<number>()

  override page(number: number): Uint8Array | null {
    this.asked?.add(number)
    return super.page(number)
  }
}
