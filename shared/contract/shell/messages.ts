import { z } from 'zod'
import { chooseFile, chooseFileResult, useFile, useFileResult } from './chosen-file.ts'
import { keepKey, keepKeyResult, makeKey, makeKeyResult } from './keys.ts'
import { port, ready, stop } from './lifecycle.ts'
import { listPrinters, listPrintersResult } from './list-printers.ts'
import { network, power } from './machine-state.ts'
import { questionFailed } from './question-failed.ts'
import { resolveProxy, resolveProxyResult } from './resolve-proxy.ts'
import { saveFile, saveFileResult } from './save-file.ts'
import { start } from './start.ts'
import { systemPrint, systemPrintResult } from './system-print.ts'
import { installNow, updateReady } from './update.ts'

/** Everything the shell may say to the engine over `parentPort`. */
export const toEngine = z.discriminatedUnion('type', [
  start,
  port,
  stop,
  network,
  power,
  systemPrintResult,
  listPrintersResult,
  resolveProxyResult,
  saveFileResult,
  chooseFileResult,
  useFileResult,
  makeKeyResult,
  keepKeyResult,
  questionFailed,
])
export type ToEngine = z.output<typeof toEngine>

/** Everything the engine may say to the shell. */
export const toShell = z.discriminatedUnion('type', [
  ready,
  systemPrint,
  listPrinters,
  resolveProxy,
  saveFile,
  chooseFile,
  useFile,
  updateReady,
  installNow,
  makeKey,
  keepKey,
])
export type ToShell = z.output<typeof toShell>
