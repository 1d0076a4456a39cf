import type { Settings } from '@/config/settings'
import { toDayAndDate, toLongDate } from '@/lib/london-time'
import type { Mail } from '@/mail/mailer'
import type { BulletinLetter } from '@/payload-types'
import { wishesInWords } from '@templates/bulletin/wording'
import { confirmMail } from '@templates/mail/confirm-mail'
import { welcomeMail } from '@templates/mail/welcome-mail'
import { listHeaders } from './compose'
import { CONFIRM_DAYS, confirmToken } from './confirm-token'
import type { Reader } from './reader'
import { nextSlot } from './slots'
import { deliveryToken, subscriberToken } from './tokens'

export type LetterSettings = Pick<Settings, 'siteUrl' | 'mail' | 'secret' | 'bulletinSchedule'>

const wishesOf = ({ topics, follows }: Reader): string =>
  wishesInWords({
    topics: topics.map(({ name }) => name),
    series: follows.series.map(({ name }) => name),
    briefings: follows.briefings.map(({ name }) => name),
    isFollowedAlone: follows.scope === 'followed',
  })

/** Where somebody says whether they want the Bulletin. The address is good for 28 days from `now`. */
export const confirmAddress = (
  { siteUrl, secret }: Pick<Settings, 'siteUrl' | 'secret'>,
  subscriptionId: string,
  now: Date,
): string => `${siteUrl}/bulletin/confirm/${confirmToken(secret, subscriptionId, now)}`

function contentOf(letter: BulletinLetter, reader: Reader, settings: LetterSettings, now: Date) {
  const { siteUrl, mail, secret } = settings
  const { subscriptionId, member } = reader
  const common = {
    name: member.name,
    wishes: wishesOf(reader),
    siteUrl,
    postalAddress: mail.postalAddress,
  }
  if (letter.kind === 'confirm') {
    const link = confirmAddress(settings, subscriptionId, now)
    return confirmMail({ ...common, link, days: CONFIRM_DAYS })
  }
  return welcomeMail({
    ...common,
    askedOn: toLongDate(letter.createdAt),
    nextOn: toDayAndDate(nextSlot(settings.bulletinSchedule, now)?.at ?? now),
    preferencesUrl: `${siteUrl}/bulletin/preferences/${subscriberToken(secret, subscriptionId)}`,
  })
}

/** A letter as it is sent. The same letter has the same Message-ID, and can be unsubscribed from in one click. */
export async function letterMail(
  letter: BulletinLetter,
  reader: Reader,
  settings: LetterSettings,
  now: Date,
): Promise<Mail> {
  const { siteUrl, mail, secret } = settings
  const readerToken = subscriberToken(secret, reader.subscriptionId)
  return {
    to: { address: reader.member.email, name: reader.member.name },
    ...(await contentOf(letter, reader, settings, now)),
    replyTo: mail.replyTo,
    messageId: `${deliveryToken(secret, letter.key)}@${new URL(siteUrl).hostname}`,
    headers: listHeaders({ issueKey: letter.kind }, readerToken, settings),
  }
}
