import { copyFigures } from '../copy-figures.ts'
import type { Figure } from '../figures.ts'
import { benchCentre } from './bench-centre.ts'
import { liveFigures } from './live-figures.ts'
import { pushFigures } from './push-figures.ts'
import { wireFigures } from './wire-figures.ts'

/** Everything between a device and the centre, side by side with what others do: `npm run bench -- sync`. */
export async function syncFigures(): Promise<readonly Figure[]> {
  const figures = [...(await copyFigures())]
  const centre = await benchCentre(3_400)
  try {
    figures.push(...(await pushFigures(centre)))
    figures.push(...(await liveFigures(centre, 3_001)))
    figures.push(...(await wireFigures(centre, 3_101)))
  } finally {
    await centre.stop()
  }
  return figures
}
