'use client'

import {
  EmailField,
  Form,
  FormSubmit,
  Link,
  PasswordField,
  TextField,
  useAuth,
  useFormProcessing,
  useTranslation,
} from '@payloadcms/ui'
import { email as validEmail } from 'payload/shared'
import { useEffect, useRef, useState } from 'react'
import { type Offer, SecondFactorOffer } from './second-factor-offer'

const empty = { initialValue: '', valid: true, value: '' }

const INITIAL = { email: empty, password: empty, code: empty }

const anything = () => true as const

/** Takes the focus as soon as it may be typed in: what was sent before holds the form for a moment. */
function CodeField({ takesFocus }: { readonly takesFocus: boolean }) {
  const isBusy = useFormProcessing()
  useEffect(() => {
    if (takesFocus && !isBusy) document.getElementById('field-code')?.focus()
  }, [takesFocus, isBusy])
  return (
    <TextField
      field={{
        name: 'code',
        label: 'The code your app shows',
        admin: { autoComplete: 'one-time-code' },
      }}
      path="code"
      validate={anything}
    />
  )
}

/** What more than the password is wanted: nothing, a code, or a code of an app that is yet to be set up with the offer. */
type Wanted = { readonly code: boolean; readonly offer: Offer | null }

async function wantedBy(answer: Response, before: Wanted): Promise<Wanted> {
  if (answer.status !== 401) return before
  const { error, offer = before.offer } = (await answer.clone().json()) as {
    error?: { code?: string }
    offer?: Offer
  }
  return error?.code?.startsWith('second-factor') ? { code: true, offer } : before
}

/** Payload's form sends its fields as JSON in one part. */
function sendBack(sent: FormData, { offer }: Offer): void {
  const fields = JSON.parse(sent.get('_payload') as string) as object
  sent.set('_payload', JSON.stringify({ ...fields, offer }))
}

/** Takes the focus, so that what has to be done first is read first. */
function SetUp(offer: Offer) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
  }, [offer.offer])
  return (
    <section className="signpost-second-factor">
      <h2 ref={heading} tabIndex={-1}>
        Set up a code
      </h2>
      <p>Everybody who signs in here needs a code of an app, besides the password.</p>
      <SecondFactorOffer {...offer} />
    </section>
  )
}

/**
 * Signs staff in: by the password, and by a code of their app where they turned that on. Where the house demands one and they
 * have none, they set it up here.
 */
export function SignInForm({ leadsTo }: { readonly leadsTo: string }) {
  const { t } = useTranslation()
  const { setUser } = useAuth()
  const [wanted, setWanted] = useState<Wanted>({ code: false, offer: null })

  const signIn = async (sent: FormData) => {
    if (wanted.offer) sendBack(sent, wanted.offer)
    const answer = await fetch('/api/staff/login', { method: 'POST', body: sent })
    setWanted(await wantedBy(answer, wanted))
    return answer
  }

  return (
    <Form
      // Payload takes the answer from it, which its types do not say.
      action={signIn as unknown as (sent: FormData) => Promise<void>}
      className="login__form"
      disableSuccessStatus
      initialState={INITIAL}
      redirect={leadsTo}
      waitForAutocomplete
      onSuccess={(answered) => {
        setUser(answered as Parameters<typeof setUser>[0])
        return Promise.resolve()
      }}
    >
      <div className="login__form__inputWrap">
        <EmailField
          field={{
            name: 'email',
            label: t('general:email'),
            required: true,
            admin: { autoComplete: 'email' },
          }}
          path="email"
          validate={validEmail}
        />
        <PasswordField
          autoComplete="current-password"
          field={{ name: 'password', label: t('general:password'), required: true }}
          path="password"
        />
        {wanted.offer ? <SetUp {...wanted.offer} /> : null}
        {wanted.code ? <CodeField takesFocus={wanted.offer === null} /> : null}
      </div>
      <Link href="/admin/forgot" prefetch={false}>
        {t('authentication:forgotPasswordQuestion')}
      </Link>
      <FormSubmit size="large">{t('authentication:login')}</FormSubmit>
    </Form>
  )
}
