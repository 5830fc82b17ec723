/** Letters and digits in upper case: what is left of a kitir number however it was typed. Device and centre must find a number by the same: tests/sync holds them to it. */
export const looseKitirNumber = (number: string): string => number.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
