import { createHmac } from 'node:crypto'
import { normaliseEmail } from '@/lib/email-address'

export const addressHash = (secret: string, address: string): string =>
  createHmac('sha256', secret)
    .update(`address\n${normaliseEmail(address)}`)
    .digest('hex')
