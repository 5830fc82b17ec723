// `npm run release -- --file FILE --platform PLATFORM --to FOLDER [--version V] [--stage 10] [--forced-after ISO] [--min-version V] [--note-id TEXT]
// [--note-en TEXT]`: signs a release and puts it where the centre serves it from (LOKET_UPDATES_DIR). The private keys are in LOKET_UPDATE_KEYS, PEM, one behind
// the other. `-- --new-key` makes a pair and prints it.
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { updatePlatform } from '#shared/contract/update/manifest.ts'
import { root } from '../setup/root.mjs'
import { rawPublicKey, writeRelease } from './write-release.ts'

const text = { type: 'string' } as const
const { values: asked } = parseArgs({
  options: {
    'new-key': { type: 'boolean' },
    file: text,
    platform: text,
    to: text,
    version: text,
    stage: { type: 'string', default: '10' },
    'forced-after': text,
    'min-version': { type: 'string', default: '1.0.0' },
    'note-id': { type: 'string', default: '' },
    'note-en': { type: 'string', default: '' },
  },
})

if (asked['new-key']) printNewKey()
else await release()

function printNewKey(): void {
  const { privateKey } = generateKeyPairSync('ed25519')
  process.stdout.write(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString())
  process.stdout.write(`public, for updateKeys in package.json: ${rawPublicKey(privateKey)}\n`)
}

async function release(): Promise<void> {
  const { file, to } = asked
  if (!file || !to) throw new Error('usage: npm run release -- --file FILE --platform PLATFORM --to FOLDER')
  const ours: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const said = {
    platform: updatePlatform.parse(asked.platform),
    version: asked.version ?? ours.version,
    stagePercent: Number(asked.stage),
    forcedAfter: asked['forced-after'] ? new Date(asked['forced-after']).toISOString() : null,
    minVersion: asked['min-version'],
    note: { id: asked['note-id'], en: asked['note-en'] },
  }
  await writeRelease(to, { ...said, file, issuedAt: new Date() }, keysFromEnvironment())
  process.stdout.write(`${said.platform} ${said.version} for ${said.stagePercent} % in ${to}\n`)
}

function keysFromEnvironment(): readonly KeyObject[] {
  const blocks = (process.env.LOKET_UPDATE_KEYS ?? '').match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? []
  if (blocks.length === 0) throw new Error('LOKET_UPDATE_KEYS holds no key; `npm run release -- --new-key` makes one')
  return blocks.map((pem) => createPrivateKey(pem))
}
