import type { OwnDatabase } from '../../server/testing/own-database.ts'

interface PostgresState {
  readonly bytes: number
  readonly walBytes: number
  readonly commits: number
  readonly deadlocks: number
  readonly tables: ReadonlyMap<string, number>
}

/** What PostgreSQL did between two looks. */
export interface PostgresGrowth {
  readonly databaseBytes: number
  /** Of the whole cluster: what other databases wrote meanwhile is in it. */
  readonly walBytes: number
  readonly commits: number
  readonly deadlocks: number
  /** Bytes by which each table grew, indexes and long values included. */
  readonly tables: Readonly<Record<string, number>>
  /** Size of the database after it. */
  readonly sizeBytes: number
}

export async function stateOfPostgres({ ask, name }: OwnDatabase): Promise<PostgresState> {
  const [found] = await ask<Record<'bytes' | 'wal' | 'commits' | 'deadlocks', string>>(
    `SELECT pg_database_size(datname) AS bytes, pg_current_wal_lsn() - '0/0'::pg_lsn AS wal, xact_commit AS commits, deadlocks
     FROM pg_stat_database WHERE datname = '${name}'`,
  )
  const tables = await ask<{ name: string; bytes: string }>(
    `SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
     WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace`,
  )
  return {
    bytes: Number(found?.bytes),
    walBytes: Number(found?.wal),
    commits: Number(found?.commits),
    deadlocks: Number(found?.deadlocks),
    tables: new Map(tables.map((table) => [table.name, Number(table.bytes)])),
  }
}

export async function postgresGrowth(database: OwnDatabase, before: PostgresState): Promise<PostgresGrowth> {
  const after = await stateOfPostgres(database)
  const grown = [...after.tables].map(([name, bytes]) => [name, bytes - (before.tables.get(name) ?? 0)] as const)
  return {
    databaseBytes: after.bytes - before.bytes,
    walBytes: after.walBytes - before.walBytes,
    commits: after.commits - before.commits,
    deadlocks: after.deadlocks - before.deadlocks,
    tables: Object.fromEntries(grown.filter(([, bytes]) => bytes > 0).toSorted((a, b) => b[1] - a[1])),
    sizeBytes: after.bytes,
  }
}
