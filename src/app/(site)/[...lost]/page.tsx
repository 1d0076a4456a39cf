import type { Metadata } from 'next'
import { LOST } from '@/app/lost-page'
import { movedOrLostPage } from '@/app/moved-page'

export const metadata: Metadata = LOST

type Props = {
  readonly params: Promise<{ lost: string[] }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

function queryOf(asked: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value].flat()) query.append(name, one ?? '')
  }
  return query.size > 0 ? `?${query.toString()}` : ''
}

/** Addresses that no route answers: led on where a briefing was known by one, else told so within the frame of the site. */
export default async function LostPage({ params, searchParams }: Props) {
  const { lost } = await params
  return movedOrLostPage(`/${lost.join('/')}${queryOf(await searchParams)}`)
}
