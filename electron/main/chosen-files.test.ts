import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { UseFile } from '#shared/contract/shell/chosen-file.ts'
import { ChosenFiles, troubleOf } from './chosen-files.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'loket-stick-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const use = async (files: ChosenFiles, file: number, act: UseFile['act']) => {
  const { outcome, base64 } = await files.use({ type: 'use-file', requestId: 'r', file, act })
  return outcome === 'done' ? Buffer.from(base64, 'base64').toString() : outcome
}
const write = (text: string) => ({ do: 'write', base64: Buffer.from(text).toString('base64') }) as const

test('a file has its name only when it is whole', async () => {
  const files = new ChosenFiles()
  const path = join(folder, 'antrean.loket')
  const file = await files.toSave(path)
  await use(files, file, write('satu '))
  await use(files, file, write('dua'))
  expect(readdirSync(folder)).toEqual(['antrean.loket.part'])
  expect(await use(files, file, { do: 'keep' })).toBe('')
  expect(readdirSync(folder)).toEqual(['antrean.loket'])
  expect(readFileSync(path, 'utf8')).toBe('satu dua')
})

test('one that is dropped leaves nothing, and an older file of that name as it was', async () => {
  const path = join(folder, 'antrean.loket')
  writeFileSync(path, 'yang lama')
  const files = new ChosenFiles()
  const file = await files.toSave(path)
  await use(files, file, write('setengah'))
  await use(files, file, { do: 'drop' })
  expect(readdirSync(folder)).toEqual(['antrean.loket'])
  expect(readFileSync(path, 'utf8')).toBe('yang lama')
})

test('a stick that is pulled out in the middle is told, and nothing bears the name', async () => {
  const files = new ChosenFiles()
  const path = join(folder, 'antrean.loket')
  const file = await files.toSave(path)
  await use(files, file, write('setengah'))
  rmSync(folder, { recursive: true })
  expect(await use(files, file, { do: 'keep' })).toBe('gone')
  expect(existsSync(path)).toBe(false)
  expect(await use(files, file, write('lagi'))).toBe('gone')
  await expect(files.toSave(path)).rejects.toMatchObject({ code: 'ENOENT' })
})

test('the next file ends what an engine that died left half written', async () => {
  const files = new ChosenFiles()
  const first = await files.toSave(join(folder, 'satu.loket'))
  const second = await files.toSave(join(folder, 'dua.loket'))
  expect(readdirSync(folder)).toEqual(['dua.loket.part'])
  expect(await use(files, first, write('x'))).toBe('gone')
  expect(await use(files, second, write('x'))).toBe('')
})

test('a file is read from anywhere; a folder is none', async () => {
  const path = join(folder, 'jawaban.loket')
  writeFileSync(path, '0123456789')
  const files = new ChosenFiles()
  const { file, size } = await files.toRead(path)
  expect(size).toBe(10)
  expect(await use(files, file, { do: 'read', from: 8, length: 100 })).toBe('89')
  expect(await use(files, file, { do: 'read', from: 10, length: 1 })).toBe('')
  expect(await use(files, file, { do: 'keep' })).toBe('failed')
  await expect(files.toRead(folder)).rejects.toThrow()
})

test('what the system says is told as what the person can do about it', () => {
  const told = ['ENOSPC', 'EROFS', 'EACCES', 'EIO', 'ENOENT', 'EWHATEVER'].map((code) => troubleOf({ code }))
  expect(told).toEqual(['disk-full', 'read-only', 'read-only', 'gone', 'gone', 'failed'])
})
