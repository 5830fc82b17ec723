import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { Fault } from '#shared/contract/errors.ts'

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>

/** Addresses that a computer gives itself where no network gave it one. */
const ownMade = /^(169\.254\.|fe80:)/i

/** Is this computer in any network? What the operating system says of the internet is not asked: it guesses. */
export const isInNetwork = (all: Interfaces = networkInterfaces()): boolean =>
  Object.values(all).some((found) => found?.some(({ internal, address }) => !internal && !ownMade.test(address)))

/** Without a cable or Wi-Fi it is not the internet that is down. */
export const withoutNetwork = (fault: Fault, all?: Interfaces): Fault =>
  (fault.code === 'internet-down' || fault.code === 'name-unknown') && !isInNetwork(all)
    ? { ...fault, code: 'no-network' }
    : fault
