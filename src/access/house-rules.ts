import type { Payload } from 'payload'

/** What hooks need to know of the settings, which they are made without. */
export type HouseRules = {
  readonly trustedProxyHops: number
  /** Whether staff have to have a second factor, or may. */
  readonly demandsSecondFactor: boolean
}

export const houseRules = ({ config }: Payload): HouseRules => ({
  trustedProxyHops: 0,
  demandsSecondFactor: false,
  ...(config.custom as Partial<HouseRules>),
})
