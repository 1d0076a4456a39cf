'use client'

import { useId, useState } from 'react'
import type { UploadReport } from '@/exchange/import-upload'
import { ImportReport } from './import-report'

type Mode = 'try' | 'bring'

type Said =
  | { readonly kind: 'report'; readonly mode: Mode; readonly report: UploadReport }
  | { readonly kind: 'fault'; readonly why: string }

type Body = {
  readonly report?: UploadReport
  readonly error?: { readonly message?: string }
}

async function send(file: File, mode: Mode): Promise<Said> {
  try {
    const answer = await fetch(
      `/api/import-desk?${new URLSearchParams({ name: file.name, mode }).toString()}`,
      { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file },
    )
    const body = (await answer.json()) as Body
    if (answer.ok && body.report) return { kind: 'report', mode, report: body.report }
    return { kind: 'fault', why: body.error?.message ?? 'It did not work. Try again.' }
  } catch {
    return {
      kind: 'fault',
      why: 'The service did not answer. If it was brought in, the same file again changes nothing.',
    }
  }
}

/** Chooses a file, tries it, and brings it in once the try was seen. */
export function ImportForm() {
  const fieldId = useId()
  const [file, setFile] = useState<File | null>(null)
  const [busyWith, setBusyWith] = useState<Mode | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const wasTried = said?.kind === 'report' && said.mode === 'try'

  const start = async (mode: Mode) => {
    if (!file) return
    setBusyWith(mode)
    setSaid(await send(file, mode))
    setBusyWith(null)
  }

  return (
    <div className="signpost-import">
      <p>
        <label htmlFor={fieldId}>The file</label>
        <input
          id={fieldId}
          type="file"
          accept=".jsonl,.zip,.docx,.html,.htm,.md,.markdown"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null)
            setSaid(null)
          }}
        />
      </p>
      <p>
        <button
          type="button"
          disabled={!file || busyWith !== null}
          onClick={() => void start('try')}
        >
          Try it: store nothing
        </button>{' '}
        {wasTried ? (
          <button type="button" disabled={busyWith !== null} onClick={() => void start('bring')}>
            Bring it in
          </button>
        ) : null}
      </p>
      <p role="status">
        {busyWith === 'try' ? 'Reading the file. A thousand briefings take about a minute.' : null}
        {busyWith === 'bring' ? 'Bringing it in. Leave this page open.' : null}
      </p>
      <div role="alert">
        {said?.kind === 'fault' ? (
          <div className="signpost-notice signpost-notice--fault">
            <p>{said.why}</p>
          </div>
        ) : null}
      </div>
      {said?.kind === 'report' ? (
        <ImportReport report={said.report} isTry={said.mode === 'try'} />
      ) : null}
    </div>
  )
}
