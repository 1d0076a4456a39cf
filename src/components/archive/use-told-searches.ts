import { useEffect, useRef } from 'react'
import type { ArchiveView } from './archive-view'

const STANDS_AFTER_MS = 2000

type Shown = Pick<ArchiveView, 'href' | 'isSearch' | 'page' | 'results' | 'searchKey'>

const inJson = (body: unknown) => new Blob([JSON.stringify(body)], { type: 'application/json' })

async function tellSearch(search: string): Promise<string | null> {
  const answer = await fetch('/api/searches', { method: 'POST', body: inJson({ search }) })
  return answer.ok ? ((await answer.json()) as { key: string | null }).key : null
}

/**
 * Tells the private log of a search that has stood for two seconds, so that no half-typed word is kept, and of the
 * result that is opened. What the page was opened with, the server has noted itself. A failure costs one note.
 */
export function useToldSearches({ href, isSearch, page, results, searchKey }: Shown): void {
  const keys = useRef(new Map<string, string | null>())
  const key = useRef(searchKey)
  const search = href.split('?')[1] ?? ''
  const isTold = !isSearch || page > 1

  useEffect(() => {
    if (isTold) return
    const known = searchKey ?? keys.current.get(search)
    key.current = known ?? null
    if (known !== undefined) return
    const tell = async () => {
      const given = await tellSearch(search).catch(() => null)
      keys.current.set(search, given)
      key.current = given
    }
    const timer = setTimeout(() => void tell(), STANDS_AFTER_MS)
    return () => clearTimeout(timer)
  }, [search, isTold, searchKey])

  useEffect(() => {
    const tellClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('a[data-rank]') : null
      const rank = Number(link?.dataset.rank)
      const briefingId = results.find((result) => result.rank === rank)?.id
      if (!isSearch || !briefingId) return
      if (key.current) {
        navigator.sendBeacon('/api/search-clicks', inJson({ key: key.current, rank, briefingId }))
      } else if (page === 1 && !keys.current.has(search)) {
        keys.current.set(search, null)
        navigator.sendBeacon('/api/searches', inJson({ search, click: { rank, briefingId } }))
      }
    }
    document.addEventListener('click', tellClick)
    document.addEventListener('auxclick', tellClick)
    return () => {
      document.removeEventListener('click', tellClick)
      document.removeEventListener('auxclick', tellClick)
    }
  }, [isSearch, page, results, search])
}
