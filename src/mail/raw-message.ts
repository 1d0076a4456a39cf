import { createTransport } from 'nodemailer'
import type { Mail } from './mailer'
import { toNodemailerMessage } from './to-nodemailer-message'

/** What stands in a message at each of its places, in their order. */
export type Values = readonly string[]

/** The bytes of a message, with these values in its places and this moment as its date. */
export type FillIn = (values: Values, at: Date) => Buffer

const SOFT_BREAK = '=\r\n'
const DATE_PLACE = '\0'

/** The bytes of an `.eml` file, one character each. Text is always quoted-printable, so that places can be found in it. */
async function compose(mail: Mail, from: string): Promise<string> {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await composer.sendMail({
    ...toNodemailerMessage(mail, from),
    textEncoding: 'quoted-printable',
  })
  return (message as Buffer).toString('latin1')
}

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')

/** A place that the end of a line runs through gets a line of its own: no line is longer for it than it was. */
function mended(message: string, place: string): string {
  const broken = Array.from(place, escaped).join(`(?:${SOFT_BREAK})?`)
  return message.replace(new RegExp(broken, 'g'), (found) =>
    found === place ? place : `${SOFT_BREAK}${place}${SOFT_BREAK}`,
  )
}

const withDatePlace = (message: string): string =>
  message.replace(/^Date: .*$/m, `Date: ${DATE_PLACE}`)

/** RFC 5322 section 3.3, in Greenwich time. */
const toMailDate = (at: Date): string => at.toUTCString().replace('GMT', '+0000')

/**
 * Composes a message once for many who get it, each with their own values in its places.
 *
 * A place is a word of letters, digits and hyphens, an address or a Message-ID, which is long, stands nowhere else and
 * needs no encoding; so do its values. In texts a value is no longer than its place. The message is what nodemailer
 * makes of `mail`, so that filled in it is what it would have made of each.
 */
export async function composeForMany(
  mail: Mail,
  from: string,
  places: readonly string[],
): Promise<FillIn> {
  const message = withDatePlace(places.reduce(mended, await compose(mail, from)))
  const anyPlace = new RegExp(`(${[...places, DATE_PLACE].map(escaped).join('|')})`)
  // What stands between the places, and the number of each place: in turn.
  const parts = message
    .split(anyPlace)
    .map((part, index) => (index % 2 === 0 ? part : places.indexOf(part)))

  return (values, at) => {
    const date = toMailDate(at)
    let filled = ''
    for (const part of parts) {
      filled += typeof part === 'string' ? part : (values[part] ?? date)
    }
    return Buffer.from(filled, 'latin1')
  }
}
