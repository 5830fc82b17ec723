import { expect, test } from 'vitest'
import { stillFits } from './still-fits.ts'

const card = { ownerName: 'Siti Nur Aini', kitirNumber: 'KNG-2611-048253' }

test.each(['si', 'SITI', 'siti nu', 'aini  siti', 'kng-2611'])('%s still finds her', (text) =>
  expect(stillFits(card, text)).toBe(true),
)

test.each(['sitx', 'siti b', 'kng-2612', '3578'])('%s is somebody else', (text) =>
  expect(stillFits(card, text)).toBe(false),
)
