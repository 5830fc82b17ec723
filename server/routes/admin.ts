import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { officeException } from '#shared/contract/sync/office.ts'
import { problem } from '#shared/contract/sync/protocol.ts'
import { checkDevice } from '../audit/check-device.ts'
import { listDevices } from '../auth/device-list.ts'
import { makeEnrolmentCode } from '../auth/enrolment.ts'
import { makeRecoveryCode } from '../auth/recovery.ts'
import { type Centre, instantOf } from '../centre.ts'
import { holderOfToken } from '../devices/note-act.ts'
import { readmitDevice } from '../devices/readmit-device.ts'
import { revokeDevice } from '../devices/revoke-device.ts'
import { administratorIn } from '../guard-administration.ts'
import { changeOfficeDay } from '../sync/office-day.ts'
import { byId, refusals, typed } from './route.ts'

const request = z.looseObject({
  scope: z.string().max(32),
  deviceCode: z
    .string()
    .regex(/^\d{2}$/)
    .nullish(),
})

/** The name of who asks, for the record. */
const askedBy = z.looseObject({ by: z.string().trim().min(2).max(100) })

/** `exception` null: the day is as its week says again. */
const officeDay = z.looseObject({
  scopes: z.array(z.string().max(32)).max(1000).nullish(),
  day: z.iso.date(),
  exception: officeException.nullable(),
})

const whichDevices = z.object({ scope: z.string().max(32).optional() })
const listedDevice = z.looseObject({
  deviceId: z.string(),
  deviceName: z.string(),
  homeScope: z.string(),
  state: z.string(),
  generation: z.number().int(),
  appVersion: z.string(),
  enrolledAt: z.string(),
  lastSeenAt: z.string().nullable(),
  generations: z.array(z.looseObject({ generation: z.number().int(), since: z.string(), reason: z.string() })),
  copies: z.array(z.looseObject({ generation: z.number().int(), firstAt: z.string(), lastAt: z.string() })),
})

/** For who sets up devices and keeps the calendars. */
export function adminRoutes(app: FastifyInstance, centre: Centre): void {
  typed(app).post(
    '/v1/admin/enrolment-codes',
    {
      config: { admin: 'devices' },
      schema: {
        summary: 'A one-time code that enrols one device',
        body: request,
        response: { 200: z.object({ code: z.string() }), ...refusals, 404: problem, 409: problem },
      },
    },
    async ({ body }) => {
      const { code } = await makeEnrolmentCode(centre, body.scope, body.deviceCode ?? null)
      return { code }
    },
  )
  typed(app).post(
    '/v1/admin/devices/:id/revoke',
    {
      config: { admin: 'devices' },
      schema: {
        summary:
          'Shuts out a device that was lost or stolen; the other devices of its office learn it with their next sync',
        params: byId,
        response: { 200: z.object({}), ...refusals, 404: problem },
      },
    },
    async (request) => {
      const loss = { reason: 'lost', reportedAt: instantOf(centre.now()) } as const
      await revokeDevice(centre, request.params.id, holderOfToken(administratorIn(request).name), loss)
      return {}
    },
  )
  typed(app).post(
    '/v1/admin/devices/:id/recovery-code',
    {
      // It opens all that an office has: more than who sets up devices may.
      config: { admin: 'all' },
      schema: {
        summary: 'A one-time code, valid for a day, that brings back the database keys of a device; who asked is kept',
        params: byId,
        body: askedBy,
        response: {
          200: z.object({ code: z.string(), deviceName: z.string() }),
          ...refusals,
          404: problem,
          409: problem,
        },
      },
    },
    async (request) => {
      const doer = holderOfToken(administratorIn(request).name)
      return makeRecoveryCode(centre, request.params.id, request.body.by, doer)
    },
  )
  typed(app).get(
    '/v1/admin/devices',
    {
      config: { admin: 'devices' },
      schema: {
        summary:
          'Devices of a scope with their generations; without a scope those of which another computer turned out to be a copy',
        querystring: whichDevices,
        response: { 200: z.object({ devices: z.array(listedDevice) }), ...refusals },
      },
    },
    async ({ query: { scope = null } }) => {
      const devices = await listDevices(centre.db, scope)
      return {
        devices: devices.map((one) => ({ ...one, generations: [...one.generations], copies: [...one.copies] })),
      }
    },
  )
  typed(app).get(
    '/v1/admin/devices/:id/audit',
    {
      config: { admin: 'audit' },
      schema: {
        summary: 'Goes through the audit chain of a device as it is kept here; says where it does not hold',
        params: byId,
        response: { 200: z.looseObject({ sound: z.boolean() }), ...refusals, 404: problem },
      },
    },
    async ({ params }) => {
      const found = await checkDevice(centre.db, params.id)
      return { ...found, sound: found.generations.every(({ trouble }) => trouble === null) }
    },
  )
  typed(app).post(
    '/v1/admin/devices/:id/readmit',
    {
      config: { admin: 'devices' },
      schema: {
        summary:
          'The computer that lost this identity to another one may take it back within a day; the other one is the copy then',
        params: byId,
        response: { 200: z.object({}), ...refusals, 404: problem },
      },
    },
    async (request) => {
      await readmitDevice(centre, request.params.id, holderOfToken(administratorIn(request).name))
      return {}
    },
  )
  typed(app).post(
    '/v1/admin/office-days',
    {
      config: { admin: 'calendar' },
      schema: {
        summary: 'Changes one day of the calendars of some units, or of all: a holiday, a closure, an extra opening',
        body: officeDay,
        response: { 200: z.object({ scopes: z.array(z.string()) }), ...refusals, 404: problem },
      },
    },
    async ({ body: { scopes = null, day, exception } }) => ({
      scopes: [...(await changeOfficeDay(centre, { scopes, day, exception }))],
    }),
  )
}
