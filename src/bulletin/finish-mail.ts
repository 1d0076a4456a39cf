import type { Settings } from '@/config/settings'
import type { FinishedMail, Mail } from '@/mail/mailer'
import { composeForMany } from '@/mail/raw-message'
import type { BulletinDelivery } from '@/payload-types'
import { TOKEN_PLACE } from './bulletin-view-of'
import { type ComposedBody, mailFor } from './compose'

/** Stand where a delivery's own go. They are as long as those, so that lines end where they would. */
const PLACES = {
  address: 'the-address-of-the-reader-goes-here@place.invalid',
  token: 'the-token-of-the-mail-goes-here',
  messageId: 'the-id-of-the-message-goes-here@place.invalid',
} as const

/** An address that stands in a header and an envelope as it is. Any other is left to nodemailer. */
const PLAIN_ADDRESS = /^[\w!#$%&'*+./=?^`{|}~-]+@[a-z0-9.-]+$/

type Delivery = Pick<BulletinDelivery, 'address' | 'issueKey' | 'token' | 'messageId'>

export type FinishMail = (delivery: Delivery, readerToken: string, at: Date) => Mail | FinishedMail

type FinishArgs = {
  readonly body: ComposedBody
  readonly issueKey: string
  readonly settings: Pick<Settings, 'siteUrl' | 'mail'>
  readonly from: string
}

/**
 * Composes a body's mail once, and answers how to finish it for each reader: the same as `mailFor` says, header by header
 * and word by word, at the cost of filling in four words.
 */
export async function finishMail({
  body,
  issueKey,
  settings,
  from,
}: FinishArgs): Promise<FinishMail> {
  const common = mailFor({ ...PLACES, issueKey }, body, TOKEN_PLACE, settings)
  const { address, messageId, token } = PLACES
  const fillIn = await composeForMany(common, from, [TOKEN_PLACE, address, messageId, token])

  return (delivery, readerToken, at) => {
    const isPlain = PLAIN_ADDRESS.test(delivery.address)
    if (!isPlain || !delivery.messageId) return mailFor(delivery, body, readerToken, settings)
    const values = [readerToken, delivery.address, delivery.messageId, delivery.token]
    return {
      to: { address: delivery.address },
      messageId: delivery.messageId,
      envelopeFrom: common.envelopeFrom?.replace(token, delivery.token),
      envelopeId: common.envelopeId?.replace(token, delivery.token),
      raw: fillIn(values, at),
    }
  }
}
