import { type Answer, askerOf } from '../../../scripts/audit-leaks/ask'
import { address } from './site'

/** Asks the site of the browser tests without a browser. */
export const askTheSite = () => askerOf(address(''))

export const bodyOf = ({ body }: Answer): string => body.toString('utf8')
