// One @, no white space or control characters, a dot in the domain: the rest is for the mail server to say.
const ADDRESS = /^[^\s@\p{C}"<>(),;:\\[\]]+@[^\s@\p{C}"<>(),;:\\[\]]+\.[^\s@\p{C}.]{2,}$/u

/** An address as it is stored and compared: trimmed, NFC, in lower case. */
export const normaliseEmail = (address: string): string =>
  address.trim().normalize('NFC').toLowerCase()

export const isEmailAddress = (address: string): boolean =>
  address.length <= 254 && ADDRESS.test(address)
