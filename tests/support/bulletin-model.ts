import fc from 'fast-check'
import type { FinishedMail, Mail, Mailer, SendOptions, SendOutcome } from '@/mail/mailer'

/** What the mail server does with a mail; `lost` ends after the body, with or without a copy kept. */
export type Reply = 'accepts' | 'puts off' | 'refuses' | 'is away' | 'keeps and is lost' | 'is lost'

export const READERS = ['ana', 'ben', 'cai', 'dee'] as const
export type ReaderName = (typeof READERS)[number]

export type Step =
  | { readonly kind: 'publish'; readonly topic: number }
  | { readonly kind: 'edit'; readonly which: number; readonly isSubstantial: boolean }
  | { readonly kind: 'take back'; readonly which: number }
  | { readonly kind: 'subscribe'; readonly who: ReaderName; readonly topics: readonly number[] }
  | { readonly kind: 'unsubscribe'; readonly who: ReaderName }
  | { readonly kind: 'a week passes'; readonly replies: readonly Reply[] }
  | { readonly kind: 'crash'; readonly writes: number; readonly replies: readonly Reply[] }

const reply = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Reply>('accepts') },
  {
    weight: 5,
    arbitrary: fc.constantFrom<Reply>(
      'puts off',
      'refuses',
      'is away',
      'keeps and is lost',
      'is lost',
    ),
  },
)
const replies = fc.array(reply, { minLength: 4, maxLength: 8 })
const who = fc.constantFrom(...READERS)
const number = fc.nat({ max: 20 })

export const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('publish'), topic: fc.nat({ max: 1 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('edit'),
        which: number,
        isSubstantial: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('take back'), which: number }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('subscribe'),
        who,
        topics: fc.subarray([0, 1], { minLength: 1 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unsubscribe'), who }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('a week passes'), replies }) },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('crash'), writes: fc.nat({ max: 40 }), replies }),
    },
  ),
  { minLength: 6, maxLength: 16 },
) as fc.Arbitrary<Step[]>

export type Accepted = { readonly to: string; readonly messageId: string }

export type ModelServer = {
  readonly mailer: Mailer
  /** Whatever the server holds a copy of. */
  readonly accepted: Accepted[]
  /** How many mails were lost on the way: as many may be uncertain without a crash. */
  readonly lost: () => number
  readonly answerWith: (replies: readonly Reply[]) => void
}

const OUTCOMES: Record<Exclude<Reply, 'is away'>, SendOutcome> = {
  accepts: { state: 'sent', code: 250, reply: '250 kept' },
  'puts off': { state: 'deferred', code: 451, reply: '451 later' },
  refuses: { state: 'refused', code: 550, reply: '550 5.1.1 nobody' },
  'keeps and is lost': { state: 'uncertain', reason: 'the connection closed' },
  'is lost': { state: 'uncertain', reason: 'the connection closed' },
}

/** A mail server that answers to order, behind the port. `whenHandedOver` is called once the gate has let a mail through. */
export function modelServer(
  whenHandedOver: (mail: Mail | FinishedMail) => Promise<void>,
): ModelServer {
  const accepted: Accepted[] = []
  let script: Reply[] = []
  let lost = 0

  const send = async (
    mail: Mail | FinishedMail,
    { beforeBody }: SendOptions = {},
  ): Promise<SendOutcome> => {
    // What editors are told is no delivery.
    if (!mail.to.address.endsWith('@example.org')) return OUTCOMES.accepts
    const next = script.shift() ?? 'accepts'
    if (next === 'is away') return { state: 'unreached', reason: 'nobody answers' }
    try {
      await beforeBody?.()
    } catch (cause) {
      return { state: 'stopped', cause }
    }
    await whenHandedOver(mail)
    if (next === 'accepts' || next === 'keeps and is lost') {
      accepted.push({ to: mail.to.address, messageId: mail.messageId ?? '' })
    }
    if (next.endsWith('is lost')) lost += 1
    return OUTCOMES[next]
  }
  return {
    mailer: {
      send,
      from: 'bulletin@signpost.example',
      destination: 'a model',
      check: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    },
    accepted,
    lost: () => lost,
    answerWith: (replies) => {
      script = [...replies]
    },
  }
}
