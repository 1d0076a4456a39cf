import type { Command } from '../command/run-command'

export const OPTIONS = {
  organisation: { type: 'string' },
  'dry-run': { type: 'boolean' },
  announce: { type: 'boolean' },
  invite: { type: 'boolean' },
  files: { type: 'string' },
} as const

export type ImportCommand = Command<typeof OPTIONS>
