import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/root.mjs'

interface DebOptions {
  /** Folder of the unpacked program. */
  readonly program: string
  readonly version: string
  /** Folder that the package is written to; exists. */
  readonly to: string
  /** For tests: larger, and made in seconds. */
  readonly quick?: boolean
}

const depends = 'libgtk-3-0, libnss3, libasound2, libgbm1, libxss1, libxtst6, libsecret-1-0'

/** Makes a Debian package of the unpacked program with dpkg-deb alone; returns its path. Throws where dpkg-deb fails. */
export function makeDeb({ program, version, to, quick = false }: DebOptions): string {
  const work = mkdtempSync(join(tmpdir(), 'loket-deb-'))
  try {
    layOut(work, program, version)
    const deb = join(to, `loket_${version}_${process.arch === 'arm64' ? 'arm64' : 'amd64'}.deb`)
    const how = quick ? ['-Zgzip', '-z1'] : ['-Zxz']
    const { status, stderr } = spawnSync('dpkg-deb', ['--root-owner-group', ...how, '--build', work, deb], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`dpkg-deb failed: ${stderr}`)
    return deb
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function layOut(work: string, program: string, version: string): void {
  const place = join(work, 'opt', 'Loket')
  cpSync(program, place, { recursive: true, verbatimSymlinks: true })
  // By this the program knows that dpkg installs its updates (electron/main/install-file.ts).
  writeFileSync(join(place, 'resources', 'package-type'), 'deb\n')
  for (const folder of ['usr/bin', 'usr/share/applications', 'usr/share/icons/hicolor/512x512/apps', 'DEBIAN'])
    mkdirSync(join(work, folder), { recursive: true })
  symlinkSync('/opt/Loket/loket', join(work, 'usr/bin/loket'))
  cpSync(join(root, 'resources/icons/icon.png'), join(work, 'usr/share/icons/hicolor/512x512/apps/loket.png'))
  writeFileSync(join(work, 'usr/share/applications/loket.desktop'), desktopEntry)
  writeFileSync(join(work, 'DEBIAN/control'), control(version))
  // Chromium's sandbox where the kernel lets nobody but root make namespaces.
  writeFileSync(join(work, 'DEBIAN/postinst'), '#!/bin/sh\nset -e\nchmod 4755 /opt/Loket/chrome-sandbox\n', {
    mode: 0o755,
  })
}

const desktopEntry = `[Desktop Entry]
Name=Loket
Exec=/opt/Loket/loket %U
Terminal=false
Type=Application
Icon=loket
StartupWMClass=loket
Categories=Office;
`

const control = (version: string) => `Package: loket
Version: ${version}
Architecture: ${process.arch === 'arm64' ? 'arm64' : 'amd64'}
Maintainer: Disdukcapil Surabaya <disdukcapil@surabaya.go.id>
Section: misc
Priority: optional
Depends: ${depends}
Description: Loket, staff application of Klampid New Generation
`
