import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { BulletinDelivery } from '@/payload-types'
import { type ItemReference, itemsOfBody, readBody } from './carried-items'
import { hasWords } from './compose'
import { type FinishMail, finishMail } from './finish-mail'

/** A kept body, ready to be sent. */
export type BodyAtHand = {
  readonly items: readonly ItemReference[]
  /** False where its words were forgotten since: it has to be composed anew. */
  readonly hasWords: boolean
  readonly finish: FinishMail
}

/** A row names a body that is not kept. */
export class BodyMissing extends Error {
  override readonly name = 'BodyMissing'
}

/** Most of an issue's readers share a few bodies; who has saved searches has one of their own. */
const MOST_AT_HAND = 50

type BodiesArgs = {
  readonly payload: Payload
  readonly settings: Pick<Settings, 'siteUrl' | 'mail'>
  readonly from: string
}

type Named = Pick<BulletinDelivery, 'key' | 'issueKey' | 'itemSetHash'>

async function getReady({ payload, settings, from }: BodiesArgs, named: Named) {
  const { key, issueKey, itemSetHash } = named
  const body = await readBody(payload, issueKey, itemSetHash ?? '')
  if (!body) throw new BodyMissing(`The delivery ${key} has no body`)
  const finish = await finishMail({ body, issueKey, settings, from })
  return { items: itemsOfBody(body), hasWords: hasWords(body), finish }
}

/**
 * The bodies of mails, each read and composed once and a few of them kept at hand: a body that is kept does not change.
 *
 * The answer throws {@link BodyMissing}.
 */
export function bodiesAtHand(args: BodiesArgs): (named: Named) => Promise<BodyAtHand> {
  const ready = new Map<string, Promise<BodyAtHand>>()
  return (named) => {
    const name = `${named.issueKey}/${named.itemSetHash ?? ''}`
    const body = ready.get(name) ?? getReady(args, named)
    void body.then(
      (found) => found.hasWords || ready.delete(name),
      () => ready.delete(name),
    )
    // The one used last stands last, so that the first is the one to let go.
    ready.delete(name)
    ready.set(name, body)
    const [longestUnused] = ready.keys()
    if (ready.size > MOST_AT_HAND && longestUnused !== undefined) ready.delete(longestUnused)
    return body
  }
}
