import { Counter } from '../../electron/engine/testing/counter.ts'
import { aCard, change } from '../../electron/engine/testing/rows.ts'
import { aSignature } from '../fixtures/signature.ts'
import { against, type Figure, percentile } from './figures.ts'
import { longestPause } from './longest-pause.ts'

const parcelSize = 300
const shipmentId = 'parcel'

/** Counting in a parcel of 300 cards, through the gateway of the engine: each scan until the list is there again, then the one act that signs them all. */
export async function countingFigures(): Promise<readonly Figure[]> {
  const counter = await aCounter()
  try {
    await counter.signIn()
    const scans: number[] = []
    for (let number = 0; number < parcelSize; number++) {
      const started = performance.now()
      const counted = await counter.get('shipment.count-line', { shipmentId, code: `LABEL-card-${number}` })
      await counter.get('shipment.get', { shipmentId })
      scans.push(performance.now() - started)
      if (counted.kind !== 'counted') throw new Error(`card ${number} was ${counted.kind}`)
    }
    const pause = await longestPause(() => sign(counter))
    return [
      against(
        {
          name: 'counting in a 300-card shipment, engine alone: scan to list, p95',
          value: percentile(scans, 95),
          unit: 'ms',
        },
        '<',
        100,
      ),
      against({ name: 'signing 300 counted cards: longest pause of the engine', value: pause, unit: 'ms' }, '<', 50),
    ]
  } finally {
    await counter.close()
  }
}

function aCounter() {
  const cards = Array.from({ length: parcelSize }, (_, number) =>
    aCard(`card-${number}`, { state: 'shipped', arrivedAt: null, place: null, shipmentId }),
  )
  const { scope } = aCard('any')
  const parcel = {
    ...{ id: shipmentId, scope, number: '0001/BAK/SIOLA-01/2026', fromUnit: 'Siola', state: 'announced' as const },
    ...{ sentAt: '2026-11-24T01:00:00.000Z', courierName: 'Agus', counts: [], lines: [] },
    cardIds: cards.map(({ id }) => id),
  }
  return Counter.with({ cards, changes: [change('shipment', parcel)] })
}

async function sign(counter: Counter): Promise<void> {
  const [signature, courierSignature] = [aSignature(1), aSignature(2)]
  const signed = { shipmentId, complete: true, courierName: 'Agus', signature, courierSignature }
  await counter.get('shipment.receive', signed)
}
