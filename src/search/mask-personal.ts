const ADDRESS = /[^\s@"<>()]+@[^\s@"<>()]+/gu
const LONG_NUMBER = /\+?\d{7,}|\+?\d(?:[ ().-]{0,2}\d){8,}/gu
const NATIONAL_INSURANCE = /\b[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]\b/giu

/** Puts `[address]` and `[number]` where somebody may have typed an e-mail address, a telephone or another long number. */
export const maskPersonal = (text: string): string =>
  text
    .replace(ADDRESS, '[address]')
    .replace(NATIONAL_INSURANCE, '[number]')
    .replace(LONG_NUMBER, '[number]')
