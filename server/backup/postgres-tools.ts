import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { codeOf, Mistake } from '../mistake.ts'

type Tool = 'pg_dump' | 'pg_restore'

/** Runs a program of PostgreSQL and answers what it wrote. The address goes over the environment: arguments are seen by everybody on the machine. Throws a `Mistake` with what it said. */
export async function runTool(tool: Tool, args: readonly string[], url: string | null): Promise<string> {
  const child = spawn(tool, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(url && settingsOf(url)) },
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  try {
    const [code] = await once(child, 'close')
    if (code === 0) return out
  } catch (cause) {
    throw new Mistake(`${tool} cannot be run (${codeOf(cause)}): PostgreSQL's client programs must be in the PATH.`, {
      cause,
    })
  }
  throw new Mistake(`${tool} ended in error: ${err.trim().split('\n').slice(-3).join(' ')}`)
}

function settingsOf(text: string): Record<string, string> {
  const url = new URL(text)
  const settings = {
    PGHOST: url.hostname,
    PGPORT: url.port,
    PGUSER: decodeURIComponent(url.username),
    PGPASSWORD: decodeURIComponent(url.password),
    PGDATABASE: url.pathname.slice(1),
    PGSSLMODE: url.searchParams.get('sslmode') ?? '',
  }
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''))
}
