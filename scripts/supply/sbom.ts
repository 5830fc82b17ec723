// `npm run sbom`: what the program and the centre are made of, as CycloneDX JSON in out/sbom.cdx.json, and a list of the licences in out/licences.txt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { npmOutput } from '../setup/npm.mjs'
import { root } from '../setup/root.mjs'
import { lockedPackages } from './shipped.ts'

const out = join(root, 'out')
mkdirSync(out, { recursive: true })
const format = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application']
writeFileSync(join(out, 'sbom.cdx.json'), npmOutput(['sbom', ...format, '--omit=dev', '--package-lock-only']))
const lines = lockedPackages()
  .filter(({ forDevelopment }) => !forDevelopment)
  .map(({ id, licence }) => `${id}  ${licence}`)
writeFileSync(join(out, 'licences.txt'), `${[...new Set(lines)].sort().join('\n')}\n`)
process.stdout.write(`out/sbom.cdx.json and out/licences.txt: ${lines.length} packages\n`)
