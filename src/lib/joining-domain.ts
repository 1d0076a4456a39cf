import ofAnyKind from 'email-providers/all.json' with { type: 'json' }
import { parse } from 'tldts'

/** Providers that give an address to anybody, and that the package’s list lacks: mostly of British internet lines. */
const MORE_PROVIDERS = [
  'btconnect.com',
  'duck.com',
  'ee.co.uk',
  'fastmail.com',
  'gmx.co.uk',
  'lineone.net',
  'onmicrosoft.com',
  'plus.com',
  'plus.net',
  'sky.com',
  'supanet.com',
  'talktalk.net',
  'tesco.net',
  'three.co.uk',
  'tuta.com',
  'tuta.io',
  'tutanota.com',
  'uwclub.net',
  'virginmedia.com',
  'vodafone.net',
  'zen.co.uk',
]

const FOR_ANYBODY: ReadonlySet<string> = new Set([...ofAnyKind, ...MORE_PROVIDERS])

/** Whole services with one domain: having it says in which service somebody works, and not for which employer. */
const SHARED_BY_EMPLOYERS: ReadonlySet<string> = new Set([
  // Health: every trust, board, practice, and many a care home.
  'hscni.net',
  'nhs.net',
  'nhs.scot',
  'wales.nhs.uk',
  // Justice: anybody who works with the courts, whoever pays them.
  'cjsm.net',
  // Both Houses, and the staff of each member.
  'parliament.uk',
  // Schools of a whole country or city.
  'c2kni.net',
  'hwbcymru.net',
  'lgflmail.org',
])

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/

const isEnding = (domain: string): boolean => {
  const { isIcann, domain: registered } = parse(domain)
  return isIcann === true && registered === null
}

const BY_HAND = 'List these people by hand instead.'

/**
 * Why a domain cannot stand for one organisation, in a sentence with the mend, or null. For the server alone: the lists
 * are long.
 */
export function domainFault(domain: string): string | null {
  if (!DOMAIN.test(domain)) return `“${domain}” is not a domain, such as example.gov.uk.`
  if (FOR_ANYBODY.has(domain)) {
    return `${domain} gives addresses to anybody, so whoever has one could join by themselves. ${BY_HAND}`
  }
  if (SHARED_BY_EMPLOYERS.has(domain)) {
    return `${domain} is shared by many employers, so people of others could join by themselves. ${BY_HAND}`
  }
  return isEnding(domain)
    ? `${domain} is an ending that many organisations share. Give the whole domain of this one, such as example.gov.uk.`
    : null
}
