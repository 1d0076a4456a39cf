import type { Command } from '../command/run-command'

export const OPTIONS = {
  as: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  out: { type: 'string' },
  issue: { type: 'string' },
  why: { type: 'string' },
  now: { type: 'boolean' },
  uncertain: { type: 'boolean' },
  failed: { type: 'boolean' },
  yes: { type: 'boolean' },
} as const

export type BulletinCommand = Command<typeof OPTIONS>
