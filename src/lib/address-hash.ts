import { createHmac } from 'node:crypto'
import { normaliseEmail } from './email-address'

/** An address as it is kept where it must outlive the account: useless to whoever lacks the service's secret. */
export const addressHash = (secret: string, address: string): string =>
  createHmac('sha256', secret)
    .update(`address\n${normaliseEmail(address)}`)
    .digest('hex')
