'use client'

import './(site)/site.css'

/** Shown when the frame of the site itself cannot be made: it leans on nothing. */
export default function GlobalError({ reset }: { readonly reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Signpost cannot be shown</title>
        <main className="mx-auto max-w-measure px-5 py-16">
          <h1 className="mb-4 text-2xl font-semibold">Signpost cannot be shown</h1>
          <p className="mb-6">The fault is on our side, not yours. It may pass by itself.</p>
          <button type="button" onClick={reset} className="plain-link min-h-[44px]">
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
