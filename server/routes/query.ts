import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { claimsQuery, complaintsQuery } from '#shared/contract/sync/claim-queries.ts'
import { problem } from '#shared/contract/sync/protocol.ts'
import {
  askerHeader,
  askerHeaders,
  blobQuery,
  type CityQueryName,
  cardsQuery,
  casesQuery,
  cityQueries,
  contentsQuery,
  devicesQuery,
  effectsQuery,
  named,
  shipmentsQuery,
  staffQuery,
} from '#shared/contract/sync/queries.ts'
import type { Centre } from '../centre.ts'
import { answerAsked } from '../city/asking.ts'
import { cityCards } from '../city/city-cards.ts'
import { caseBlob, cityCase, cityCases } from '../city/city-cases.ts'
import { cityClaim, cityClaims } from '../city/city-claims.ts'
import { cityComplaints } from '../city/city-complaints.ts'
import { cityDevices } from '../city/city-devices.ts'
import { cityIncidents, incidentEffects } from '../city/city-incidents.ts'
import { cityLedger } from '../city/city-ledger.ts'
import { cityShipment, cityShipments } from '../city/city-shipments.ts'
import { cityStaff } from '../city/city-staff.ts'
import { unitFigures } from '../city/unit-figures.ts'
import { actsOfDevice } from '../devices/acts-of-device.ts'
import { deviceContents } from '../devices/device-contents.ts'
import { openCodes } from '../devices/open-codes.ts'
import { deviceOf } from '../guard-requests.ts'
import { byDevice, refusals, sha256Name, typed } from './route.ts'

/** Questions of the Dinas about every unit of the city. */
export function queryRoutes(app: FastifyInstance, centre: Centre): void {
  const { db } = centre
  const ask = <T>(request: FastifyRequest, kind: CityQueryName, about: object, answer: () => Promise<T>) =>
    answerAsked(
      centre,
      { device: deviceOf(request), staffId: String(request.headers[askerHeader]), kind, about },
      answer,
    )
  const shapeOf = <N extends CityQueryName>(name: N, summary: string) => ({
    summary,
    security: byDevice,
    headers: askerHeaders,
    response: { 200: cityQueries[name].answer as (typeof cityQueries)[N]['answer'], ...refusals, 404: problem },
  })
  const v1 = typed(app)
  v1.get(cityQueries.units.path, { schema: shapeOf('units', 'Every kelurahan with its figures') }, async (request) =>
    ask(request, 'units', {}, () => unitFigures(centre)),
  )
  v1.get(
    cityQueries.cards.path,
    { schema: { ...shapeOf('cards', 'Cards of a unit in some states'), querystring: cardsQuery } },
    async (request) => ask(request, 'cards', request.query, () => cityCards(db, request.query)),
  )
  v1.get(
    cityQueries.cases.path,
    { schema: { ...shapeOf('cases', 'Cases, oldest first'), querystring: casesQuery } },
    async (request) => ask(request, 'cases', request.query, () => cityCases(db, request.query)),
  )
  v1.get(
    cityQueries.case.path,
    { schema: { ...shapeOf('case', 'A case with both hand-overs'), params: named } },
    async (request) => ask(request, 'case', request.params, () => cityCase(db, request.params.id)),
  )
  v1.get(
    cityQueries.claims.path,
    { schema: { ...shapeOf('claims', 'Claims for compensation'), querystring: claimsQuery } },
    async (request) => ask(request, 'claims', request.query, () => cityClaims(db, request.query)),
  )
  v1.get(
    cityQueries.claim.path,
    { schema: { ...shapeOf('claim', 'A claim with what it is decided from'), params: named } },
    async (request) => ask(request, 'claim', request.params, () => cityClaim(centre, request.params.id)),
  )
  v1.get(
    cityQueries.complaints.path,
    { schema: { ...shapeOf('complaints', 'Complaints that went up'), querystring: complaintsQuery } },
    async (request) => ask(request, 'complaints', request.query, () => cityComplaints(centre, request.query)),
  )
  v1.get(
    cityQueries.ledger.path,
    { schema: shapeOf('ledger', 'The compensation ledger of the city') },
    async (request) => ask(request, 'ledger', {}, () => cityLedger(centre)),
  )
  v1.get(
    cityQueries.shipments.path,
    { schema: { ...shapeOf('shipments', 'Parcels, newest first'), querystring: shipmentsQuery } },
    async (request) => ask(request, 'shipments', request.query, () => cityShipments(db, request.query)),
  )
  v1.get(
    cityQueries.shipment.path,
    { schema: { ...shapeOf('shipment', 'The list of a parcel'), params: named } },
    async (request) => ask(request, 'shipment', request.params, () => cityShipment(db, request.params.id)),
  )
  v1.get(
    cityQueries.devices.path,
    { schema: { ...shapeOf('devices', 'Computers, by what is the matter'), querystring: devicesQuery } },
    async (request) => ask(request, 'devices', request.query, () => cityDevices(centre, request.query)),
  )
  v1.get(
    cityQueries.staff.path,
    { schema: { ...shapeOf('staff', 'The people who work here'), querystring: staffQuery } },
    // What is typed to find somebody is a name: it is not written down.
    async (request) => {
      const { text: _, ...about } = request.query
      return ask(request, 'staff', about, () => cityStaff(centre, request.query))
    },
  )
  v1.get(
    cityQueries['enrolment-codes'].path,
    { schema: shapeOf('enrolment-codes', 'Codes for new computers that can still be used') },
    async (request) => ask(request, 'enrolment-codes', {}, () => openCodes(centre)),
  )
  v1.get(
    cityQueries['device-contents'].path,
    {
      schema: {
        ...shapeOf('device-contents', 'Of whom there was data on a computer'),
        params: named,
        querystring: contentsQuery,
      },
    },
    async (request) =>
      ask(request, 'device-contents', { ...request.params, ...request.query }, () =>
        deviceContents(centre, request.params.id, request.query.whole === 'yes'),
      ),
  )
  v1.get(
    cityQueries['device-acts'].path,
    { schema: { ...shapeOf('device-acts', 'Who did what with a computer'), params: named } },
    async (request) => ask(request, 'device-acts', request.params, () => actsOfDevice(db, request.params.id)),
  )
  v1.get(cityQueries.incidents.path, { schema: shapeOf('incidents', 'The register of incidents') }, async (request) =>
    ask(request, 'incidents', {}, () => cityIncidents(centre)),
  )
  v1.get(
    cityQueries['incident-effects'].path,
    { schema: { ...shapeOf('incident-effects', 'What an incident would stop'), querystring: effectsQuery } },
    async (request) => ask(request, 'incident-effects', request.query, () => incidentEffects(centre, request.query)),
  )
  v1.get(
    cityQueries.blob.path,
    {
      schema: {
        ...shapeOf('blob', 'A signature or photo of a case'),
        params: z.object({ id: sha256Name.shape.sha256 }),
        querystring: blobQuery,
      },
    },
    async (request) =>
      ask(request, 'blob', { ...request.params, ...request.query }, () =>
        caseBlob(db, request.params.id, request.query.case),
      ),
  )
}
