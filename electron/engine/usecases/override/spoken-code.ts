/** Limits of the spoken challenge and answer (see the decision record on it). */
export const codeDigits = 8
export const codeMinutes = 10
export const codeTries = 5
/** How long a verified PIN or an override may wait for the confirmation. */
export const grantMinutes = 15
