import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escposPicture } from '../../tests/printing/escpos-picture.ts'
import { PrinterSink } from '../../tests/printing/printer-sink.ts'

/** A network receipt printer whose paper is PNG files in a folder. */
export async function openPaperPrinter(port: number, folder: string): Promise<{ close(): Promise<void> }> {
  mkdirSync(folder, { recursive: true })
  const sink = new PrinterSink()
  sink.port = port
  await sink.switchOn()
  void paint(sink, folder, 1)
  return { close: () => sink.switchOff() }
}

async function paint(sink: PrinterSink, folder: string, count: number): Promise<void> {
  const job = (await sink.printed(count))[count - 1]
  const name = `${new Date().toISOString().replaceAll(/[:.]/g, '-')}.png`
  if (job) writeFileSync(join(folder, name), escposPicture(job, 80))
  return paint(sink, folder, count + 1)
}
