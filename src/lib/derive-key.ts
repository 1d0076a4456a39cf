import { hkdfSync } from 'node:crypto'

/** A key of 32 bytes for one purpose alone, drawn from the service's secret by HKDF (RFC 5869). Always the same for the same two. */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `signpost ${purpose}`, 32))
