import { expect, test } from 'vitest'
import { mayPrintTo, printerPathKind } from './printer-path.ts'

const city = { shares: ['\\\\PC-LOKET-2\\Epson'], development: false }

test('ports of printers are taken as they are called on Linux, macOS and Windows', () => {
  for (const path of ['/dev/usb/lp0', '/dev/lp1', '/dev/ttyUSB0', '/dev/cu.usbserial-14', 'COM3', 'lpt1:'])
    expect({ path, may: mayPrintTo(path, city) }).toEqual({ path, may: true })
})

test('a share is taken only where the city named it, however it is spelt', () => {
  for (const path of ['\\\\PC-LOKET-2\\Epson', '//pc-loket-2/EPSON', '\\/pc-loket-2\\epson'])
    expect({ path, may: mayPrintTo(path, city) }).toEqual({ path, may: true })
  for (const path of [
    '\\\\evil.example\\Epson',
    '\\\\PC-LOKET-2\\Epson\\..\\x',
    '\\\\PC-LOKET-2.evil.example\\Epson',
    '//evil/x',
  ])
    expect({ path, may: mayPrintTo(path, city) }).toEqual({ path, may: false })
})

test('what Windows and Linux reach by strange names is no printer', () => {
  const strange = [
    '\\\\?\\UNC\\evil\\x',
    '\\\\.\\pipe\\x',
    '\\\\.\\PhysicalDrive0',
    '//?/C:/x',
    '\\\\evil@SSL@443\\x',
    '/dev/sda',
    '/dev/usb/../sda',
    '/proc/self/mem',
    '/dev/ttyUSB0/..',
    'C:\\x\\..\\y',
    'a\u0000b',
    '/dev/usb/lp0\n',
  ]
  for (const path of strange)
    expect({ path, may: mayPrintTo(path, { ...city, development: true }) }).toEqual({ path, may: false })
})

test('a file stands for paper in development, and nowhere else', () => {
  expect(printerPathKind('/tmp/paper.bin')).toBe('file')
  expect(
    [true, false].map((development) => mayPrintTo('C:\\Users\\x\\paper.bin', { shares: [], development })),
  ).toEqual([true, false])
})
