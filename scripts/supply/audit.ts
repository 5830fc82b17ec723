// `npm run audit`: asks the registry for known holes in what is shipped or served. High and critical ones fail, unless docs/security/audit-exceptions.json
// says why not and until when. Needs the registry, so it is no part of `npm test`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmOutput } from '../setup/npm.mjs'
import { root } from '../setup/root.mjs'
import { auditExceptions, judgeAudit } from './audit-report.ts'

const exceptions = join(root, 'docs', 'security', 'audit-exceptions.json')
const said = npmOutput(['audit', '--omit=dev', '--package-lock-only', '--json'])
const found: object = JSON.parse(said)
if (!('vulnerabilities' in found)) throw new Error('the registry did not say what is known of these packages')
const today = new Date().toISOString().slice(0, 10)
const holes = judgeAudit(found, auditExceptions.parse(JSON.parse(readFileSync(exceptions, 'utf8'))), today)
for (const hole of holes) process.stdout.write(`${hole}\n`)
process.stdout.write(`${holes.length} unjudged high or critical\n`)
process.exitCode = holes.length === 0 ? 0 : 1
