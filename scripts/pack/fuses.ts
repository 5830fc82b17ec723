import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

type FuseName = keyof typeof FuseV1Options

/** Name of every fuse of this Electron and whether it is on, read from the executable itself. */
export async function readFuses(executable: string): Promise<Readonly<Partial<Record<FuseName, boolean>>>> {
  const wire = await getCurrentFuseWire(executable)
  const names = Object.keys(FuseV1Options).filter((name): name is FuseName => Number.isNaN(Number(name)))
  const known = names
    .map((name) => [name, wire[FuseV1Options[name]]] as const)
    .filter(([, state]) => state === FuseState.ENABLE || state === FuseState.DISABLE)
  return Object.fromEntries(known.map(([name, state]) => [name, state === FuseState.ENABLE]))
}

/** The same program for tests: a copy of the folder in which `--inspect`, by which Playwright leads it, is taken. Nothing else differs. */
export async function copyForTests(shipped: string, target: string, executable: string): Promise<void> {
  rmSync(target, { recursive: true, force: true })
  cpSync(shipped, target, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true })
  await flipFuses(join(target, executable), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}
