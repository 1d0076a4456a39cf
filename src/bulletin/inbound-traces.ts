import { type Field, valuesOf } from './inbound-fields'

/** Marks in a message by which the delivery it is about can be found again, each kind in the order it is worth trying. */
export type Traces = {
  /** Tokens of deliveries, from addresses `b+TOKEN@…` (VERP). */
  readonly deliveryTokens: readonly string[]
  /** RFC 3461 ENVID. */
  readonly envelopeIds: readonly string[]
  /** Without angle brackets. */
  readonly messageIds: readonly string[]
  /** Tokens of readers, from the address that ends their subscription. */
  readonly readerTokens: readonly string[]
}

const ENVELOPE_RECIPIENT = [
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-delivered-to',
  'original-recipient',
  'to',
  'cc',
] as const

const VERP = /\bb\+([0-9a-f]{32})@/gi
const MESSAGE_ID = /<([^<>\s]+@[^<>\s]+)>/g
const READER_TOKEN = /\/u\/(v1[\w-]{20,62})/g

const allIn = (values: readonly string[], pattern: RegExp): string[] =>
  values.flatMap((value) => [...value.matchAll(pattern)].map((match) => match[1] ?? ''))

export type TraceSources = {
  /** Headers of the message itself and, where it was forwarded, of the one within. */
  readonly own: readonly (readonly Field[])[]
  /** The header of the Bulletin it gives back. */
  readonly returned: readonly Field[]
  /** The words of a letter that quotes the Bulletin's header rather than attaching it. */
  readonly quoted: string
  readonly envelopeIds: readonly (string | null)[]
  /** Who the reporter says had sent it. */
  readonly originalSender: string | null
}

/** What a message says about the mail it answers. Nothing of it is to be believed before it is checked. */
export function tracesOf(sources: TraceSources): Traces {
  const { own, returned, quoted, envelopeIds, originalSender } = sources
  const headers = own.flat()
  const tokens = [
    ...valuesOf(headers, ...ENVELOPE_RECIPIENT),
    ...(originalSender ? [originalSender] : []),
    ...valuesOf(returned, 'return-path', 'x-envelope-from', 'sender'),
  ]
  const ids = [
    ...valuesOf(returned, 'message-id'),
    ...valuesOf(headers, 'in-reply-to', 'references'),
    ...[...quoted.matchAll(/^[>\s]*message-id:\s*(<[^>\s]+>)/gim)].map((match) => match[1] ?? ''),
  ]
  return {
    deliveryTokens: allIn(tokens, VERP).map((token) => token.toLowerCase()),
    envelopeIds: envelopeIds.filter((id) => id !== null),
    messageIds: allIn(ids, MESSAGE_ID),
    readerTokens: allIn(valuesOf(returned, 'list-unsubscribe'), READER_TOKEN),
  }
}
