import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../setup/root.mjs'
import { judgeAudit } from './audit-report.ts'
import { isAllowed } from './licences.ts'
import { lockedPackages } from './shipped.ts'

const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

test('every package is under a licence that may be used where it is used', () => {
  const refused = lockedPackages().filter(({ licence, forDevelopment }) => !isAllowed(licence, forDevelopment))
  expect(refused).toEqual([])
})

test.each([
  ['MIT', false, true],
  ['(MIT OR GPL-3.0)', false, true],
  ['MIT AND Zlib', false, true],
  ['Apache-2.0 AND GPL-2.0', false, false],
  ['MPL-2.0', true, true],
  ['MPL-2.0', false, false],
  ['AGPL-3.0', true, false],
  ['unknown', true, false],
])('a package under %s (a tool: %s) may be used: %s', (licence, forDevelopment, may) => {
  expect(isAllowed(licence, forDevelopment)).toBe(may)
})

test('the lock file is whole: each package by its hash, none from outside of the registry', () => {
  const { packages }: { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> } =
    read('package-lock.json')
  const odd = Object.entries(packages).filter(([folder, { integrity, resolved, link }]) => {
    const fromElsewhere = resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')
    return folder !== '' && (link || fromElsewhere || !integrity?.startsWith('sha512-'))
  })
  expect(odd.map(([folder]) => folder)).toEqual([])
})

test('package.json names one exact version of each', () => {
  const { dependencies, devDependencies }: Record<string, Record<string, string>> = read('package.json')
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^(npm:[@a-z0-9/-]+@)?\d+\.\d+\.\d+$/.test(version),
  )
  expect(loose).toEqual([])
})

const found = {
  vulnerabilities: {
    axios: { severity: 'high', via: [{ url: 'https://github.com/advisories/GHSA-1' }] },
    pngjs: { severity: 'moderate', via: [{ url: 'https://github.com/advisories/GHSA-2' }] },
    fastify: { severity: 'critical', via: ['axios'] },
  },
}

test('a known hole of a shipped package that is high or worse fails the audit, unless it was judged and its time is not over', () => {
  const exception = { advisory: 'GHSA-1', until: '2026-12-31', why: 'not reached from here' }
  expect(judgeAudit(found, [], '2026-11-30')).toEqual(['axios (high): GHSA-1'])
  expect(judgeAudit(found, [exception], '2026-11-30')).toEqual([])
  expect(judgeAudit(found, [exception], '2027-01-01')).toEqual(['axios (high): GHSA-1'])
})
