import type { UIFieldServerProps } from 'payload'
import { readKeptWork } from '@/briefings/working-copies'
import { KeptWork } from './kept-work'

/** Beside the text: whether what is typed is kept, and what was typed before and never saved. */
export async function KeptWorkField({ id, payload, user }: UIFieldServerProps) {
  if (user.collection !== 'staff') return null
  const document = id === undefined ? null : String(id)
  return <KeptWork document={document} found={await readKeptWork(payload, user.id, document)} />
}
