import { z } from 'zod'
import { gateKinds } from '#shared/domain/gate/gates.ts'
import { fault } from '../errors.ts'
import { command, query } from './call.ts'
import { id, instant } from './values.ts'

/** What the status bar and the frame show. Cheap; refetched on topic `status`. */
export const appStatus = query({
  name: 'app.status',
  input: z.strictObject({}),
  output: z.strictObject({
    enrolled: z.boolean(),
    /** The centre has revoked this computer: it sends what is left, and erases itself. */
    revoked: z.boolean(),
    /**
     * The Dinas has ordered this computer to another office; null: it stays. `going`: it has finished here, and waits for the centre. `waits`: what has to end before. unsent: acts;
     * files: signatures, documents, audit; shift: one is open; session: somebody is signed in.
     */
    move: z
      .strictObject({
        toName: z.string(),
        orderedBy: z.string(),
        going: z.boolean(),
        waits: z.array(z.enum(['unsent', 'files', 'shift', 'session'])),
      })
      .nullable(),
    /** It came from another office less than a day ago; `rows` of that one were erased here. */
    moved: z
      .strictObject({
        at: instant,
        fromName: z.string(),
        fromDevice: z.string(),
        toName: z.string(),
        rows: z.number().int(),
      })
      .nullable(),
    /** First copy of the unit's data, while it runs. */
    firstCopy: z
      .strictObject({
        rows: z.number().int(),
        total: z.number().int().nullable(),
        bytes: z.number(),
        secondsLeft: z.number().nullable(),
      })
      .nullable(),
    /** Only while a lot is under way on a slow line. */
    slowLine: z
      .strictObject({ kilobitsPerSecond: z.number().positive(), minutesLeft: z.number().int().positive() })
      .nullable(),
    device: z
      .strictObject({
        deviceId: id,
        deviceCode: z.string(),
        deviceName: z.string(),
        unitName: z.string(),
        /** null before the unit's own row came. */
        unitKind: z.enum(['kelurahan', 'service-hall', 'mobile-team', 'dinas']).nullable(),
        kecamatan: z.string(),
        city: z.string(),
        scope: z.string(),
        zone: z.string(),
      })
      .nullable(),
    connection: z.strictObject({
      /** online: last exchange succeeded; offline: cannot reach the centre, or with no fault: is being reached for the first time; cut: switched off by hand (demonstration). */
      state: z.enum(['online', 'offline', 'cut']),
      since: instant,
      fault: fault.nullable(),
    }),
    unsent: z.strictObject({ count: z.number().int(), oldestAt: instant.nullable() }),
    /** Time of the data shown ("data per"); null before the first copy. */
    lastSyncAt: instant.nullable(),
    exceptions: z.number().int(),
    /** Threads of citizens that wait for an answer of this unit. */
    questionsWaiting: z.number().int(),
    printer: z.strictObject({
      state: z.enum(['ready', 'not-set', 'trouble', 'unknown']),
      waitingJobs: z.number().int(),
      fault: fault.nullable(),
    }),
    clockSkewSeconds: z.number().nullable(),
    /** The other desks of the office on the local network. `trouble`: why they cannot call this one. */
    neighbours: z.strictObject({
      on: z.boolean(),
      trouble: z.enum(['port-in-use', 'port-not-allowed']).nullable(),
      /** Every other device of the office that is not revoked; `seenAt`: when it was last connected or lost, null: never. */
      desks: z.array(z.strictObject({ deviceCode: z.string(), connected: z.boolean(), seenAt: instant.nullable() })),
    }),
    insecureKey: z.boolean(),
    freeDiskBytes: z.number().nullable(),
    /** Limits that are near or reached, the most pressing first; `left`: whole days, acts or bytes. */
    gates: z.array(
      z.strictObject({ kind: z.enum(gateKinds), stage: z.enum(['soon', 'locked']), left: z.number().nonnegative() }),
    ),
    appVersion: z.string(),
    /** A new version of the program; null: none is known, or others install it here. */
    update: z
      .strictObject({
        /**
         * fetching: on its way; ready: installed when the program is closed; failed: could not be installed, the program goes on as it is; refused: not
         * what its maker signed; too-far: the maker says not in one step from here; no-room: the disk is too full for it.
         */
        state: z.enum(['fetching', 'ready', 'failed', 'refused', 'too-far', 'no-room']),
        /** Null where nothing said of it is to be believed. */
        version: z.string().nullable(),
        /** Of a hundred. */
        fetched: z.number().int().nullable(),
        /** From then on it is installed before anybody signs in. */
        forcedAfter: instant.nullable(),
        /** That moment is past and it lies ready: nobody signs in before it is installed. */
        due: z.boolean(),
        note: z.strictObject({ id: z.string(), en: z.string() }).nullable(),
      })
      .nullable(),
    /** From the region pack. */
    policy: z.strictObject({
      pinDigits: z.number().int(),
      pinTries: z.number().int(),
      labelCheck: z.enum(['required', 'offered']),
      /** The screen locks when nobody used it for so long. */
      idleLockMinutes: z.number().positive(),
      override: z.strictObject({ onTheSpot: z.boolean(), challenge: z.boolean(), reviewLater: z.boolean() }),
      /** What every receipt of this city says, for the preview before there is one. */
      receipt: z.strictObject({
        head: z.array(z.string()),
        statement: z.string(),
        free: z.string(),
        callCentre: z.string(),
        copies: z.number().int(),
      }),
      collectorRules: z.array(
        z.strictObject({
          cardKind: z.enum(['ktp-el', 'kia']),
          collector: z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team']),
          needsProxyLetter: z.boolean(),
          sameHousehold: z.boolean(),
          papers: z.array(z.strictObject({ id: z.string(), label: z.string(), face: z.boolean() })),
        }),
      ),
    }),
  }),
})

/**
 * Ends the program, installs the version that lies ready and opens it again. Before sign-in, too: what is due has to be installed then. Nothing unsent is
 * touched. Fault: update-not-ready.
 */
export const installUpdate = command({
  name: 'update.install',
  input: z.strictObject({}),
  output: z.strictObject({}),
})

/**
 * Enrols this device with a one-time code and starts the first copy; `centreKey` and `authority` as the slip says (shared/domain/enrolment). Faults: enrol-code-invalid,
 * address-not-safe, centre-not-proven, offline, centre-error.
 */
export const enrol = command({
  name: 'device.enrol',
  input: z.strictObject({
    code: z.string().trim().min(6).max(64),
    serverUrl: z.url().optional(),
    centreKey: z
      .string()
      .regex(/^[A-Za-z0-9_-]{43}$/)
      .optional(),
    authority: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullish(),
  }),
  output: z.strictObject({}),
})

const printer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('network'),
    host: z.string().min(1).max(253),
    port: z.number().int().min(1).max(65535),
    widthMm: z.union([z.literal(58), z.literal(80)]),
  }),
  /** A file, device path (/dev/usb/lp0, COM3) or Windows share (\\PC\printer). */
  z.strictObject({
    kind: z.literal('path'),
    path: z.string().min(1).max(1024),
    widthMm: z.union([z.literal(58), z.literal(80)]),
  }),
  z.strictObject({
    kind: z.literal('system'),
    name: z.string().min(1).max(256),
    widthMm: z.union([z.literal(58), z.literal(80)]),
  }),
])
export type PrinterSettings = z.output<typeof printer>

/** `192.168.1.12:47821`, `pc-loket-2` or `[fd00::2]:47821`. */
const lanAddress = z
  .string()
  .trim()
  .max(260)
  .regex(/^(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9]([A-Za-z0-9.-]{0,252}))(:\d{1,5})?$/)

/** The other desks of the office, while the internet is down. */
const lan = z.strictObject({
  on: z.boolean(),
  /** Where this device is called; open in the firewall for the local network. */
  port: z.number().int().min(1).max(65535),
  /** Looks for the others by itself (mDNS). */
  find: z.boolean(),
  addresses: z.array(lanAddress).max(30),
})
export type LanSettings = z.output<typeof lan>

const settings = z.strictObject({
  printer,
  cameraId: z.string().nullable(),
  mirrorCamera: z.boolean(),
  language: z.enum(['id', 'en']),
  theme: z.enum(['light', 'dark', 'system']),
  sounds: z.boolean(),
  copies: z.number().int().min(1).max(3),
  /** Printer of the operating system for A4, as last used; null: none chosen. */
  paperPrinter: z.string().min(1).max(256).nullable(),
  lan,
  /** The position may be noted with who is served on site; false unless the office allows it. */
  notePosition: z.boolean(),
})
export type Settings = z.output<typeof settings>

/** Readable before sign-in (language, theme). */
export const getSettings = query({
  name: 'settings.get',
  input: z.strictObject({}),
  output: settings,
})
/** Language, theme and sounds may change before sign-in; printer and camera are for signed-in staff (checked in the use case). */
export const saveSettings = command({
  name: 'settings.save',
  input: settings.partial(),
  output: settings,
})
/** Prints a test slip at once with the given (not yet saved) settings. Faults: printer-*. */
export const testPrinter = command({
  name: 'printer.test',
  input: z.strictObject({ printer }),
  output: z.strictObject({ ms: z.number() }),
})
export const listSystemPrinters = query({
  name: 'printer.system-list',
  input: z.strictObject({}),
  output: z.array(z.string()),
})
