'use client'

import { useActionState } from 'react'
import { Button } from '@/components/button'
import { ErrorSummary, TextField } from '@/components/form'
import { untouched } from '../form-state'
import { enterCode } from './actions'

export function CodeForm({ next }: { readonly next: string }) {
  const [{ faults, values }, send, isSending] = useActionState(enterCode, untouched)
  return (
    <form action={send} noValidate>
      <ErrorSummary faults={faults} labels={{ code: 'Code' }} />
      <input type="hidden" name="next" value={next} />
      <div className="max-w-60">
        <TextField
          key={values.code}
          name="code"
          label="Code"
          hint="Six digits."
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          autoFocus
          fault={faults.code}
          defaultValue={values.code}
        />
      </div>
      <Button disabled={isSending}>{isSending ? 'Signing in …' : 'Sign in'}</Button>
    </form>
  )
}
