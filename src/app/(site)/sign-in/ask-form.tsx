'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { ErrorSummary, TextField } from '@/components/form'
import { untouched } from '../form-state'
import { askForCode } from './actions'

export function AskForm({ next, email }: { readonly next: string; readonly email?: string }) {
  const [{ faults, values }, send, isSending] = useActionState(askForCode, untouched)
  return (
    <form action={send} noValidate>
      <ErrorSummary faults={faults} labels={{ email: 'E-mail address' }} />
      <input type="hidden" name="next" value={next} />
      <TextField
        key={values.email}
        name="email"
        label="E-mail address"
        hint="The address your organisation gave us."
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        fault={faults.email}
        defaultValue={values.email ?? email}
      />
      <Button disabled={isSending}>{isSending ? 'Sending …' : 'Send me a code'}</Button>
    </form>
  )
}
