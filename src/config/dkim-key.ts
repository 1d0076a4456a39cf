import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** What signs mail here rather than at the relay. */
export type DkimKey = {
  readonly domain: string
  readonly selector: string
  /** PEM. */
  readonly privateKey: string
}

export type DkimEnvironment = {
  readonly DKIM_DOMAIN?: string | undefined
  readonly DKIM_SELECTOR?: string | undefined
  readonly DKIM_KEY_FILE?: string | undefined
}

const NAMES = ['DKIM_DOMAIN', 'DKIM_SELECTOR', 'DKIM_KEY_FILE'] as const

/** RFC 8301 section 3.2: what is signed with less is taken as not signed. */
const SHORTEST_KEY = 1024

const DNS_NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i

type Found = { readonly key: DkimKey | null; readonly faults: readonly string[] }

const faulty = (...faults: string[]): Found => ({ key: null, faults })

function keyFault(pem: string, file: string): string | null {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem)
    if (asymmetricKeyType !== 'rsa') return `DKIM_KEY_FILE ${file} must hold an RSA key`
    const bits = asymmetricKeyDetails?.modulusLength ?? 0
    return bits < SHORTEST_KEY
      ? `DKIM_KEY_FILE ${file} holds a key of ${bits} bits: make one of 2048`
      : null
  } catch {
    return `DKIM_KEY_FILE ${file} holds no private key in PEM form that can be read without a password`
  }
}

function readKey(domain: string, selector: string, file: string): Found {
  try {
    const privateKey = readFileSync(/* turbopackIgnore: true */ file, 'utf8')
    const fault = keyFault(privateKey, file)
    return fault ? faulty(fault) : { key: { domain, selector, privateKey }, faults: [] }
  } catch (err) {
    return faulty(`DKIM_KEY_FILE cannot be read: ${err instanceof Error ? err.message : file}`)
  }
}

/** The key that signs mail, null where the relay signs it, and every fault of what was set. All three go together. */
export function readDkim(env: DkimEnvironment): Found {
  const missing = NAMES.filter((name) => env[name] === undefined)
  if (missing.length === NAMES.length) return { key: null, faults: [] }
  const { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: file } = env
  if (!domain || !selector || !file) {
    return faulty(...missing.map((name) => `${name} is missing: ${NAMES.join(', ')} go together`))
  }
  const wrong = [
    ...(DNS_NAME.test(domain) ? [] : ['DKIM_DOMAIN must be a domain, such as signpost.example']),
    ...(DNS_NAME.test(selector) ? [] : ['DKIM_SELECTOR must be a name, such as 2026a']),
  ]
  return wrong.length > 0 ? faulty(...wrong) : readKey(domain, selector, file)
}
