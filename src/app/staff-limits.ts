import { type AttemptStore, type Limit, limitOf } from '@/lib/limit'
import { limitOfPlaces } from '@/lib/limit-of-places'

export type StaffLimits = {
  readonly from: Limit
  readonly fromFor: Limit
  readonly forAccount: Limit
  readonly fromForBesieged: Limit
  readonly codesFor: Limit
  readonly resetsFrom: Limit
  readonly resetsFromFor: Limit
  readonly resetsFor: Limit
}

/**
 * In 15 minutes: 5 tries on one account from one place, 20 on all accounts from one place. After 100 on one account from
 * everywhere each place has one try on it, and none is refused for what others did: a count of others' guesses would be
 * a lock that anybody can close. In an hour: 10 wrong codes for one account, with its right password; whoever has that is
 * no stranger, and a code has but a million values.
 */
export const staffLimits = (store: AttemptStore): StaffLimits => ({
  from: limitOfPlaces(20, 15, { name: 'staff tries from', store }),
  fromFor: limitOf(5, 15, { name: 'staff tries from for', store }),
  forAccount: limitOf(100, 15, { name: 'staff tries for', store }),
  fromForBesieged: limitOf(1, 15, { name: 'staff tries from for, besieged', store }),
  codesFor: limitOf(10, 60, { name: 'staff codes for', store }),
  resetsFrom: limitOfPlaces(10, 15, { name: 'staff resets from', store }),
  resetsFromFor: limitOf(3, 15, { name: 'staff resets from for', store }),
  resetsFor: limitOf(10, 15, { name: 'staff resets for', store }),
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

/**
 * Counts a wish for a new password. In 15 minutes: 10 from one place, 3 of them for one account; then 10 mails for one account,
 * so that it takes four places to use up what its owner may need, and the owner has the newest of those mails.
 *
 * @returns whether a mail goes out. The answer to who asked does not say.
 */
export async function countReset({
  limits,
  from,
  account,
  now,
}: Pick<Try, 'limits' | 'from' | 'account' | 'now'>): Promise<boolean> {
  const counts: (readonly [Limit, string])[] = [
    [limits.resetsFrom, from],
    [limits.resetsFromFor, `${from} ${account}`],
    [limits.resetsFor, account],
  ]
  for (const [limit, key] of counts) {
    if ((await limit(key, now)).kind === 'wait') return false
  }
  return true
}
