/** One field takes both: six digits are a PIN, everything else is a password (which has at least ten characters). */
export const pinOrPassword = (typed: string): { readonly pin: string } | { readonly password: string } =>
  /^\d{6}$/.test(typed) ? { pin: typed } : { password: typed }
