import { smtpMailer } from '@/mail/adapters/smtp'
import { redeemCode } from '@/members/redeem-sign-in'
import { requestSignIn } from '@/members/request-sign-in'
import { wrongCodesIn } from '@/members/wrong-codes'
import { attemptsInMemory } from './attempts-in-memory'
import { openSmtpSink } from './smtp-sink'
import type { TestPayload } from './test-payload'

export type Typed = {
  readonly email: string
  readonly ask: string
  readonly code: string
  readonly from?: string
  readonly at?: Date
}

export type SignInDesk = Awaited<ReturnType<typeof openSignInDesk>>

/** Asks for codes as the page does, and reads the mails they came in from a real SMTP server. */
export async function openSignInDesk({ payload, settings }: TestPayload, now: Date) {
  const sink = await openSmtpSink()
  const mailer = smtpMailer({ url: sink.url, from: settings.mail.from })

  async function askWithoutMail(email: string, next = '/account') {
    const works: (() => Promise<void>)[] = []
    const answer = await requestSignIn({
      payload,
      mailer,
      afterAnswer: (work) => works.push(work),
      email,
      next,
      siteUrl: settings.siteUrl,
      postalAddress: settings.mail.postalAddress,
      now,
    })
    return { answer, works }
  }

  const wrongCodes = wrongCodesIn(attemptsInMemory())

  const mailsTo = (email: string) => sink.accepted.filter(({ to }) => to === email)

  return {
    askWithoutMail,
    mailsTo,
    ask: async (email: string, next?: string) => {
      const { answer, works } = await askWithoutMail(email, next)
      await Promise.all(works.map((work) => work()))
      return answer
    },
    wrongCodes,
    /** Types a code in the browser that asked. */
    type: ({ email, ask, code, from = '192.0.2.1', at = now }: Typed) =>
      redeemCode({ payload, wrongCodes, email, ask, code, from, now: at }),
    /** The code and the link's token of the latest mail to a member. */
    secretsSentTo: (email: string): { code: string; token: string } => {
      const text = mailsTo(email).at(-1)?.parsed.text ?? ''
      return {
        code: /\b\d{6}\b/.exec(text)?.[0] ?? '',
        token: /\/sign-in\/([\w-]+)/.exec(text)?.[1] ?? '',
      }
    },
    close: async () => {
      await mailer.close()
      await sink.close()
    },
  }
}
