import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Numbered pictures in one folder, each told on the console. */
export class Album {
  readonly folder: string
  #count = 0

  constructor(folder: string) {
    this.folder = folder
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }

  get count(): number {
    return this.#count
  }

  /** What is on the screen now. Returns the file. */
  async shoot(page: Page, name: string, words: string): Promise<string> {
    const file = this.#next(name, 'png', words)
    await page.screenshot({ path: file, animations: 'disabled' })
    return file
  }

  keep(name: string, ending: string, bytes: Uint8Array, words: string): string {
    const file = this.#next(name, ending, words)
    writeFileSync(file, bytes)
    return file
  }

  #next(name: string, ending: string, words: string): string {
    const number = String(++this.#count).padStart(2, '0')
    console.log(`${number}  ${words}`)
    return join(this.folder, `${number}-${name}.${ending}`)
  }
}
