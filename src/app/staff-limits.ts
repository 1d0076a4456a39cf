import { type AttemptStore, type Limit, limitOf } from '@/lib/limit'

export type StaffLimits = {
  readonly from: Limit
  readonly fromFor: Limit
  readonly forAccount: Limit
  readonly fromForBesieged: Limit
  readonly resetsFrom: Limit
  readonly resetsFor: Limit
}

/**
 * In 15 minutes: 5 tries on one account from one place, 20 on all accounts from one place. After 100 on one account from
 * everywhere each place has one try on it, and none is refused for what others did: a count of others' guesses would be
 * a lock that anybody can close.
 */
export const staffLimits = (store: AttemptStore): StaffLimits => ({
  from: limitOf(20, 15, { name: 'staff tries from', store }),
  fromFor: limitOf(5, 15, { name: 'staff tries from for', store }),
  forAccount: limitOf(100, 15, { name: 'staff tries for', store }),
  fromForBesieged: limitOf(1, 15, { name: 'staff tries from for, besieged', store }),
  resetsFrom: limitOf(10, 15, { name: 'staff resets from', store }),
  resetsFor: limitOf(3, 15, { name: 'staff resets for', store }),
})

type Try = {
  readonly limits: StaffLimits
  /** Where it comes from. */
  readonly from: string
  /** The address that was typed. */
  readonly account: string
  /** The mark of a browser that has signed in to this account before. */
  readonly browser: string | null
  readonly now: Date
}

export type CountedTry = {
  /** Null for a try that may be made; else how many minutes to wait. */
  readonly waitMinutes: number | null
  /** True where so many guess at this account that each guess is not worth an entry in the record. */
  readonly isBesieged: boolean
  /** Takes the try back: it was no guess after all. */
  readonly takeBack: () => Promise<void>
}

/** Counts a try to sign in before its password is looked at. */
export async function countTry({ limits, from, account, browser, now }: Try): Promise<CountedTry> {
  const counted: (readonly [Limit, string])[] = []
  const count = async (limit: Limit, key: string): Promise<number | null> => {
    const answer = await limit(key, now)
    counted.push([limit, key])
    return answer.kind === 'wait' ? answer.minutes : null
  }
  const takeBack = async () => {
    await Promise.all(counted.map(([limit, key]) => limit.takeBack(key, now)))
  }
  const place = browser === null ? from : `known ${browser}`
  const ofPlace =
    (browser === null ? await count(limits.from, from) : null) ??
    (await count(limits.fromFor, `${place} ${account}`))
  if (browser !== null || ofPlace !== null) {
    return { waitMinutes: ofPlace, isBesieged: false, takeBack }
  }
  const isBesieged = (await count(limits.forAccount, account)) !== null
  const waitMinutes = isBesieged ? await count(limits.fromForBesieged, `${from} ${account}`) : null
  return { waitMinutes, isBesieged, takeBack }
}
