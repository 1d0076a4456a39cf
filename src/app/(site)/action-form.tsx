'use client'

import { type ReactNode, useActionState } from 'react'
import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { ErrorSummary, TextField } from '@/components/form'
import { Notice } from '@/components/notice'
import { type FormState, untouched } from './form-state'

export type ActionField = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly type?: 'text' | 'email'
  readonly autoComplete: string
  readonly isOptional?: boolean
  /** What stands in it before anything was typed. */
  readonly value?: string
}

type ActionFormProps = {
  readonly action: (before: FormState, form: FormData) => Promise<FormState>
  readonly fields: readonly ActionField[]
  /** Sent along, and not shown. */
  readonly along?: Readonly<Record<string, string>>
  readonly button: string
  /** What the button says meanwhile. */
  readonly busy: string
  readonly isQuiet?: boolean
  /** What stands in place of the form once a mail is on its way, under the address. */
  readonly sent?: ReactNode
}

/**
 * A form of single lines that an action answers: with what to mend, beside what was typed, or with what it did. It begins
 * anew where the answer holds no values. Works without JavaScript: the page then opens at the answer.
 */
export function ActionForm({
  action,
  fields,
  along,
  button,
  busy,
  isQuiet,
  sent,
}: ActionFormProps) {
  const id = `form-${fields.map(({ name }) => name).join('-')}`
  const [state, send, isSending] = useActionState(action, untouched, `#${id}`)
  const { faults, values, said, sentTo } = state
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]))
  const isAnew = Object.keys(values).length === 0
  if (sentTo !== undefined) {
    return (
      <Answer id={id} to={state}>
        <Sent to={sentTo}>{sent}</Sent>
      </Answer>
    )
  }
  return (
    <form id={id} action={send} noValidate key={isAnew ? said : undefined}>
      <ErrorSummary faults={faults} labels={labels} />
      {said ? (
        <Answer to={state}>
          <Notice tone="good">
            <p>{said}</p>
          </Notice>
        </Answer>
      ) : null}
      {Object.entries(along ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, value, type = 'text', isOptional = false, ...field }) => (
        <TextField
          key={`${name} ${values[name] ?? ''}`}
          {...field}
          name={name}
          type={type}
          inputMode={type === 'email' ? 'email' : undefined}
          required={!isOptional}
          fault={faults[name]}
          defaultValue={values[name] ?? value}
        />
      ))}
      <Button kind={isQuiet ? 'quiet' : 'primary'} disabled={isSending}>
        {isSending ? busy : button}
      </Button>
    </form>
  )
}

const Sent = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => (
  <>
    <Notice tone="good">
      <p>
        The address you gave is{' '}
        <strong className="font-semibold">
          <EmailAddress address={to} />
        </strong>
        . If there is a slip in it,{' '}
        <a href="?" className="plain-link">
          give it again
        </a>
        .
      </p>
    </Notice>
    <div className="mt-6 space-y-3">{children}</div>
  </>
)
