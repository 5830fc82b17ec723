import { expect, test } from 'vitest'
import { Counter } from '../testing/counter.ts'
import { noteVersion } from './note-version.ts'

test('another version on the same database is an entry of the audit, once; the first one is not', async () => {
  const counter = await Counter.with({})
  const runs = (appVersion: string) => noteVersion(counter.store, { ...counter.deps, appVersion })
  for (const version of ['1.1.0', '1.1.0', '1.2.0', '1.2.0']) await runs(version)
  const entries = await counter.store.read.selectFrom('audit_entry').select('entry').execute()
  const noted = entries.map(({ entry }) => JSON.parse(entry)).filter(({ kind }) => kind === 'version')
  expect(noted.map(({ subject, staffId }) => [subject, staffId])).toEqual([['1.2.0', null]])
  await counter.close()
})
