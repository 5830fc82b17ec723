// `npm run pack [-- --deb FOLDER | --installers FOLDER]`: the program as it is shipped, unpacked for this Linux, in out/pack/shipped; and beside it the same for the tests, which
// differs by the inspect fuse alone. With --deb also a Debian package of the shipped one; with --installers, for
// a release machine, the installers of its system instead.
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../setup/root.mjs'
import { makeDeb } from './make-deb.ts'
import { packApp, packInstallers } from './pack-app.ts'

const folder = { type: 'string' } as const
const { deb, installers } = parseArgs({ options: { deb: folder, installers: folder } }).values
if (installers) {
  await packInstallers(resolve(installers))
  process.exit()
}
const { shipped, forTests } = await packApp({ out: join(root, 'out', 'pack') })
process.stdout.write(`${shipped}\n${forTests}\n`)
if (deb) {
  const to = resolve(deb)
  mkdirSync(to, { recursive: true })
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  process.stdout.write(`${makeDeb({ program: dirname(shipped), version, to })}\n`)
}
