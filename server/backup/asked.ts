import { parseArgs } from 'node:util'
import { Mistake } from '../mistake.ts'

/** The folder named by `option` and the address of PostgreSQL. Throws a `Mistake` of usage. */
export function asked(program: string, option: 'to' | 'from', env: NodeJS.ProcessEnv): { folder: string; url: string } {
  const usage = `${program}: --${option} FOLDER [--database-url URL] (or DATABASE_URL).`
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({ options: { [option]: text, 'database-url': text } })
    const url = values['database-url'] ?? env.DATABASE_URL
    const folder = values[option]
    if (folder && url && URL.canParse(String(url))) return { folder: String(folder), url: String(url) }
  } catch (cause) {
    throw new Mistake(usage, { exitCode: 2, cause })
  }
  throw new Mistake(usage, { exitCode: 2 })
}
