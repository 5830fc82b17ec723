import type { Db } from '../database/open-database.ts'

/** How far the centre was: by it a restored one is held against the backup. */
export interface Counts {
  readonly migrations: readonly string[]
  readonly scopes: number
  readonly devices: number
  readonly commands: number
  readonly verdicts: number
  readonly audit: number
}

export async function countsOf(db: Db): Promise<Counts> {
  const count = async (table: 'scopes' | 'devices' | 'commands' | 'verdicts' | 'audit') => {
    const { total } = await db
      .selectFrom(table)
      .select((of) => of.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    return Number(total)
  }
  const migrations = await db.selectFrom('migrations').select('name').orderBy('name').execute()
  return {
    migrations: migrations.map(({ name }) => name),
    scopes: await count('scopes'),
    devices: await count('devices'),
    commands: await count('commands'),
    verdicts: await count('verdicts'),
    audit: await count('audit'),
  }
}
