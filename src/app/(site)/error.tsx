'use client'

import { Button } from '@/components/button'
import { Page } from '@/components/page'

type ErrorPageProps = { readonly error: Error & { digest?: string }; readonly reset: () => void }

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Page title="This page could not be shown" lead="The fault is on our side, not yours.">
      <p>It may pass by itself. Try again in a moment.</p>
      <p className="mt-6">
        <Button type="button" onClick={reset}>
          Try again
        </Button>
      </p>
      <p className="mt-8">
        If it stays,{' '}
        <a href="/contact" className="plain-link">
          please tell us
        </a>
        {error.digest ? ` and quote this number: ${error.digest}` : null}.
      </p>
    </Page>
  )
}
