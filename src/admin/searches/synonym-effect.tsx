'use client'

import { useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { SynonymEffect as Effect } from '@/search/synonym-effect'

const PAUSE_MS = 500
const ASK_AGAIN_MS = 3000

const wordsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((word) => typeof word === 'string') : []

const briefings = (count: number) => (count === 1 ? '1 briefing' : `${count} briefings`)

async function askFor(words: readonly string[], signal: AbortSignal): Promise<Effect | null> {
  const asked = new URLSearchParams(words.map((word) => ['word', word]))
  const answer = await fetch(`/api/synonym-effect?${asked.toString()}`, { signal })
  return answer.ok ? ((await answer.json()) as Effect) : null
}

/** Asks once the words have stood for a moment, and again while the search has yet to take a change in. */
function useEffectOf(words: readonly string[]): Effect | null {
  const [effect, setEffect] = useState<Effect | null>(null)
  const asked = JSON.stringify(words)
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const next = await askFor(JSON.parse(asked) as string[], stop.signal).catch(() => null)
      if (stop.signal.aborted) return
      setEffect(next)
      if (next && !next.isInUse) timer = setTimeout(() => void ask(), ASK_AGAIN_MS)
    }
    timer = setTimeout(() => void ask(), PAUSE_MS)
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [asked])
  return effect
}

/** What the words of this synonym find now, each by itself and together. */
export function SynonymEffect() {
  const words = useFormFields(([fields]) => fields.words?.value)
  const alsoFinds = useFormFields(([fields]) => fields.alsoFinds?.value)
  const direction = useFormFields(([fields]) => fields.direction?.value)
  const entered = [...wordsOf(words), ...(direction === 'one-way' ? wordsOf(alsoFinds) : [])]
  const effect = useEffectOf(entered)
  return (
    <div className="signpost-effect" role="status">
      {entered.length === 0 ? <p>Enter words to see how many briefings they find.</p> : null}
      {entered.length > 0 && effect ? (
        <>
          <p>
            <strong>What members find now</strong>
          </p>
          <ul>
            {effect.each.map(({ word, finds }) => (
              <li key={word}>
                “{word}”: {briefings(finds)}
              </li>
            ))}
          </ul>
          <p>
            Together: {effect.togetherIsMinimum ? 'at least ' : ''}
            {briefings(effect.together)}
          </p>
          <p>
            {effect.isInUse ? 'The search uses all saved synonyms.' : 'Applying saved changes…'}
          </p>
        </>
      ) : null}
    </div>
  )
}
