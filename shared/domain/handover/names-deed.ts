/** Whoever is or was married has a KTP-el before 17; the number of the deed (akta or buku nikah) is told as the reason. */
export const namesDeed = (reason: string | null): boolean => /\d{3}/.test(reason ?? '')
