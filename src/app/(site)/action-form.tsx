'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
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
}

/**
 * A form of single lines that an action answers: with what to mend, beside what was typed, or with what it did. It begins
 * anew where the answer holds no values. Works without JavaScript.
 */
export function ActionForm({ action, fields, along, button, busy, isQuiet }: ActionFormProps) {
  const [{ faults, values, said }, send, isSending] = useActionState(action, untouched)
  const labels = Object.fromEntries(fields.map(({ name, label }) => [name, label]))
  const isAnew = Object.keys(values).length === 0
  return (
    <form action={send} noValidate key={isAnew ? said : undefined}>
      <ErrorSummary faults={faults} labels={labels} />
      {said ? (
        <div className="mb-6">
          <Notice tone="good">
            <p>{said}</p>
          </Notice>
        </div>
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
