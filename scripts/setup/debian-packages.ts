import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './root.mjs'

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6']
const compiler = ['python3', 'make', 'g++']

/** A command that must be there, and the Debian package that brings it. */
type Need = { readonly command: string; readonly packages: readonly string[] }

/** Before Electron is fetched: what unpacks it, builds for it, and shows it where there is no display. */
export function ensureTools({ display, compile }: { display: boolean; compile: boolean }): void {
  const needs: Need[] = [{ command: 'unzip', packages: ['unzip'] }]
  if (!display) needs.push({ command: 'Xvfb', packages: ['xvfb', 'xauth'] })
  if (compile) needs.push(...compiler.map((command) => ({ command, packages: [command] })))
  install(needs.filter(({ command }) => !isThere(command)).flatMap(({ packages }) => packages))
}

/** After Electron is there: the libraries of the system that it is linked against. */
export function ensureLibraries(executable: string): void {
  if (process.platform !== 'linux') return
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' })
  if ((stdout ?? '').includes('not found')) install(libraries)
}

/** For the tests that watch what the disk was told, or make certificates. Only where it costs nobody a question: elsewhere those tests say what they need. */
export function ensureTracer(): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !isThere('apt-get')) return
  install(['strace', 'openssl'].filter((command) => !isThere(command)))
}

/** A real key store, which the packed program insists on. */
export function ensureKeyring(): void {
  const needs: readonly Need[] = [
    { command: 'dbus-daemon', packages: ['dbus'] },
    { command: 'gnome-keyring-daemon', packages: ['gnome-keyring'] },
    { command: 'secret-tool', packages: ['libsecret-tools'] },
  ]
  install(needs.filter(({ command }) => !isThere(command)).flatMap(({ packages }) => packages))
}

function isThere(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)))
}

/** As root on Debian installs them; for anybody else names the one command to run, and ends the program. */
function install(packages: readonly string[]): void {
  if (packages.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`
  if (process.getuid?.() !== 0 || !isThere('apt-get')) {
    say(`some packages of the system are missing. Run this once, then the same command again:\n\n  sudo ${command}\n`)
    process.exit(1)
  }
  say(`installing packages of the system: ${packages.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (line: string) => spawnSync('sh', ['-c', line], { env, encoding: 'utf8' })
  run('apt-get update')
  const { status, stdout, stderr } = run(command)
  if (status !== 0) throw new Error(`${command} failed:\n${`${stdout}${stderr}`.slice(-2000)}`)
}
