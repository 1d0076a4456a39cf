'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { ErrorSummary, Honeypot, TextArea, TextField } from '@/components/form'
import { untouched } from '../form-state'
import { sendEnquiry } from './actions'

const LABELS = {
  name: 'Your name',
  email: 'E-mail address',
  organisationName: 'Organisation',
  message: 'Message',
}

/** Where the page opens without JavaScript when there is something to mend. */
const HERE = 'enquiry'

type EnquiryFormProps = {
  readonly kind: 'join' | 'contact' | 'error'
  /** What the writer has already told us, by signing in. */
  readonly known?: Readonly<Partial<Record<keyof typeof LABELS, string>>>
  readonly page?: string
  readonly messageLabel?: string
  readonly messageHint?: string
  readonly button: string
}

export function EnquiryForm({
  kind,
  known,
  page,
  messageLabel = LABELS.message,
  messageHint,
  button,
}: EnquiryFormProps) {
  const [{ faults, values }, send, isSending] = useActionState(sendEnquiry, untouched, `#${HERE}`)
  const isAnswered = kind !== 'error'
  const field = (name: keyof typeof LABELS) => ({
    name,
    label: LABELS[name],
    fault: faults[name],
    defaultValue: values[name] ?? known?.[name],
  })
  return (
    <form id={HERE} action={send} noValidate>
      <ErrorSummary faults={faults} labels={{ ...LABELS, message: messageLabel }} />
      <input type="hidden" name="kind" value={kind} />
      {page ? <input type="hidden" name="page" value={page} /> : null}
      {kind === 'error' ? (
        <TextArea {...field('message')} label={messageLabel} hint={messageHint} required />
      ) : null}
      <TextField {...field('name')} autoComplete="name" required={isAnswered} />
      <TextField
        {...field('email')}
        type="email"
        inputMode="email"
        autoComplete="email"
        required={isAnswered}
        hint={
          isAnswered
            ? 'We use it to answer you, and for nothing else.'
            : 'If you would like to hear back.'
        }
      />
      {isAnswered ? (
        <TextField
          {...field('organisationName')}
          autoComplete="organization"
          required={kind === 'join'}
        />
      ) : null}
      {isAnswered ? (
        <TextArea
          {...field('message')}
          label={messageLabel}
          hint={messageHint}
          required={kind === 'contact'}
        />
      ) : null}
      <Honeypot />
      <Button disabled={isSending}>{isSending ? 'Sending …' : button}</Button>
    </form>
  )
}
