import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type SignedManifest, signedManifest, type UpdateManifest } from '#shared/contract/update/manifest.ts'

type UpdateFile = UpdateManifest['file']

const manifestName = 'manifest.json'

/** What is fetched of a new version, in a folder of its own beside the database. One version at a time. */
export class UpdateFolder {
  readonly #path: string

  constructor(path: string) {
    this.#path = path
  }

  async manifest(): Promise<SignedManifest | null> {
    try {
      return signedManifest.parse(JSON.parse(await readFile(join(this.#path, manifestName), 'utf8')))
    } catch {
      return null
    }
  }

  /** Keeps the manifest as it came, and throws away what belongs to another file than this one's. */
  async begin(signed: SignedManifest, file: UpdateFile): Promise<void> {
    await mkdir(this.#path, { recursive: true })
    const kept = [manifestName, file.name, partName(file)]
    for (const name of await readdir(this.#path))
      if (!kept.includes(name)) await rm(join(this.#path, name), { force: true, recursive: true })
    await this.#write(manifestName, Buffer.from(JSON.stringify(signed)))
  }

  async clear(): Promise<void> {
    await rm(this.#path, { force: true, recursive: true })
  }

  /** Bytes of the file that are here. */
  async received(file: UpdateFile): Promise<number> {
    const size = await sizeOf(join(this.#path, partName(file)))
    return size <= file.size ? size : 0
  }

  /** Adds a piece behind `from` bytes. Throws as the file system does. */
  async add(file: UpdateFile, from: number, bytes: Uint8Array): Promise<void> {
    const handle = await open(join(this.#path, partName(file)), from === 0 ? 'w' : 'r+')
    try {
      await handle.write(bytes, 0, bytes.length, from)
    } finally {
      await handle.close()
    }
  }

  /** Gives the file its name where it is what the manifest says; otherwise throws it away, and the answer is false. */
  async complete(file: UpdateFile): Promise<boolean> {
    const part = join(this.#path, partName(file))
    if (!(await isFile(part, file))) {
      await rm(part, { force: true })
      return false
    }
    const handle = await open(part, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(part, join(this.#path, file.name))
    return true
  }

  /** Is the whole file here, and what the manifest says? */
  has(file: UpdateFile): Promise<boolean> {
    return isFile(join(this.#path, file.name), file)
  }

  async #write(name: string, bytes: Buffer): Promise<void> {
    const draft = join(this.#path, `${name}.new`)
    const handle = await open(draft, 'w', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, join(this.#path, name))
  }
}

/** Named by its content: pieces of two files never meet in one. */
const partName = ({ sha512 }: UpdateFile) => `${sha512.slice(0, 32)}.part`

async function isFile(path: string, { size, sha512 }: UpdateFile): Promise<boolean> {
  return (await sizeOf(path)) === size && (await sha512Of(path)) === sha512
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    (found) => (found.isFile() ? found.size : 0),
    () => 0,
  )

async function sha512Of(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
