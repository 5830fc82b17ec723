/** How a citizen can be reached, so that a desk can compare it and nobody can copy it: the ends of a number, the first letter and the domain of an address. */
export function maskContact(contact: string): string {
  const at = contact.indexOf('@')
  if (at > 0) return `${contact.slice(0, 1)}••••${contact.slice(at)}`
  const digits = contact.replaceAll(/[^\d+]/g, '')
  return digits.length < 8 ? '••••' : `${digits.slice(0, 4)}••••${digits.slice(-3)}`
}
