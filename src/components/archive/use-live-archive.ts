'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { newestOnly } from '@/lib/newest-only'
import { pause } from '@/lib/pause'
import { TYPING_PAUSE_MS } from '../use-suggestions'
import type { ArchiveView } from './archive-view'
import { askArchive } from './ask-archive'
import { counted, quotedSearch } from './counted'
import { RESULTS_HEADING } from './result-line'

/** What brought a search about. Typing makes one entry of the browser's history, however many letters. */
export type Cause = 'typing' | 'choice' | 'page' | 'history'

type Progress = 'settled' | 'busy' | 'failed'

const BUSY_AFTER_MS = 300
const SAID_AFTER_MS = 500

const saidOf = ({ total, totalIsMinimum, text, notice }: ArchiveView): string => {
  if (notice === 'engine-unavailable') return 'The search does not answer at the moment.'
  return `${counted(total, totalIsMinimum)}${text ? ` for ${quotedSearch(text)}` : ''}`
}

/** After a delay, unless called again or the page is left before. */
function useLater() {
  const [turn] = useState(newestOnly)
  useEffect(() => turn.drop, [turn])
  const later = async (ms: number, act: () => void) => {
    const { kind } = await turn.ask((signal) => pause(ms, signal))
    if (kind === 'answered') act()
  }
  return [later, turn.drop] as const
}

/** Puts focus back where it was when what held it has moved or gone, else to the heading of the results. */
function keepFocus(place: string | undefined): void {
  if (document.activeElement && document.activeElement !== document.body) return
  const same = place && document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`)
  const target = same || document.getElementById(RESULTS_HEADING)
  target?.focus({ preventScroll: true })
}

/**
 * The archive page under way: what is shown, and how it follows the reader without a new page.
 *
 * What was shown stays until the newest question is answered. The browser's history holds every search that was shown,
 * under the one address the server gives it.
 */
export function useLiveArchive(initial: ArchiveView) {
  const [view, setView] = useState(initial)
  const [progress, setProgress] = useState<Progress>('settled')
  const [wanted, setWanted] = useState(initial.href)
  const [said, setSaid] = useState('')
  const [asking] = useState(newestOnly)
  const [busyLater, dropBusy] = useLater()
  const [sayLater, dropSaid] = useLater()
  const field = useRef<HTMLInputElement>(null)
  const shown = useRef(new Map([[initial.href, initial]]))
  const isTypedEntry = useRef(false)
  const after = useRef<{ cause: Cause; place: string | undefined }>(undefined)

  useLayoutEffect(() => {
    const { cause, place } = after.current ?? {}
    after.current = undefined
    if (cause === 'choice') keepFocus(place)
    if (cause === 'page') document.getElementById(RESULTS_HEADING)?.focus()
  }, [view])

  const show = (next: ArchiveView, cause: Cause, place?: string) => {
    shown.current.set(next.href, next)
    after.current = { cause, place }
    if (cause !== 'history' && next.href !== view.href) {
      const write = cause === 'typing' && isTypedEntry.current ? 'replaceState' : 'pushState'
      history[write](null, '', next.href)
    }
    isTypedEntry.current = cause === 'typing' && (isTypedEntry.current || next.href !== view.href)
    document.title = `${next.title} · Signpost`
    if (cause !== 'typing' && field.current) field.current.value = next.text
    setView(next)
    setProgress('settled')
    void sayLater(SAID_AFTER_MS, () => setSaid(saidOf(next)))
  }

  const ask = async (search: string, cause: Cause, place?: string) => {
    dropSaid()
    setWanted(`/briefings${search}`)
    const quiet = cause === 'typing' ? TYPING_PAUSE_MS : 0
    void busyLater(quiet + BUSY_AFTER_MS, () => setProgress('busy'))
    const outcome = await asking.ask(async (signal) => {
      await pause(quiet, signal)
      return askArchive(search, signal)
    })
    if (outcome.kind === 'stale') return
    dropBusy()
    if (outcome.kind === 'answered') show(outcome.answer, cause, place)
    else setProgress('failed')
  }

  const followHistory = () => {
    const href = `${location.pathname}${location.search}`
    if (href === view.href) return
    const known = shown.current.get(href)
    if (!known) return void ask(location.search, 'history')
    asking.drop()
    dropBusy()
    show(known, 'history')
  }
  useEffect(() => {
    addEventListener('popstate', followHistory)
    return () => removeEventListener('popstate', followHistory)
  })
  useEffect(() => asking.drop, [asking])

  return { view, progress, wanted, said, field, ask }
}
