import { pause } from '@/lib/pause'
import type { ArchiveView } from './archive-view'

const LONGEST_WAIT_MS = 10_000

/** Asks the site what the archive page shows of a search. @throws where it does not answer in time, or with a fault. */
export async function askArchive(search: string, signal: AbortSignal): Promise<ArchiveView> {
  const tooLate = pause(LONGEST_WAIT_MS, signal).then(() => {
    throw new Error('The archive did not answer in time.')
  })
  const answer = await Promise.race([fetch(`/api/archive${search}`, { signal }), tooLate])
  if (!answer.ok) throw new Error(`The archive answered ${answer.status}.`)
  return (await answer.json()) as ArchiveView
}
