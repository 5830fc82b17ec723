import { BlockList, isIPv6 } from 'node:net'

/** Networks that no router of the internet carries: this machine, private (RFC 1918, RFC 4193), link-local. */
export const localAddresses = new BlockList()
localAddresses.addSubnet('127.0.0.0', 8, 'ipv4')
localAddresses.addSubnet('10.0.0.0', 8, 'ipv4')
localAddresses.addSubnet('172.16.0.0', 12, 'ipv4')
localAddresses.addSubnet('192.168.0.0', 16, 'ipv4')
localAddresses.addSubnet('169.254.0.0', 16, 'ipv4')
localAddresses.addAddress('::1', 'ipv6')
localAddresses.addSubnet('fc00::', 7, 'ipv6')
localAddresses.addSubnet('fe80::', 10, 'ipv6')

/** A caller from elsewhere than a local network is not even answered. */
export const isLocal = (address: string | undefined): boolean =>
  address !== undefined && localAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
