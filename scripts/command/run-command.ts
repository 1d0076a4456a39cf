import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import { progressLines } from './progress-lines'

type Options = NonNullable<ParseArgsConfig['options']>
type Values<O extends Options> = ReturnType<
  typeof parseArgs<{ options: O; strict: true }>
>['values']

/** What a command has to work with while it runs. */
export type Command<O extends Options> = {
  readonly values: Values<O>
  /** Words after the command that are no options. */
  readonly words: readonly string[]
  readonly isJson: boolean
  readonly settings: () => Promise<Settings>
  /** The one Payload of this command, its database brought to this version. Closed when the command ends. */
  readonly payload: () => Promise<Payload>
  /** Closes Payload before the end, for a command that goes on without. */
  readonly closePayload: () => Promise<void>
  /** Tells a person; silent where a machine asked with `--json`. */
  readonly say: (line: string) => void
  /** Answers a machine that asked with `--json`: one object, the last line of standard output. */
  readonly answer: (object: Readonly<Record<string, unknown>>) => void
  readonly progress: (line: string) => void
  /** Ends as failed, though nothing threw: part of what was asked could not be done. */
  readonly endAsFailed: () => void
}

type CommandText<O extends Options> = { readonly help: string; readonly options: O }

const COMMON = { help: { type: 'boolean' }, json: { type: 'boolean' } } as const

function readArguments(options: Options) {
  const { values, positionals } = parseArgs({
    options: { ...options, ...COMMON },
    allowPositionals: true,
    strict: true,
  })
  return { values, words: positionals }
}

/** The command was called in a way it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

function wronglyUsed(sentence: string, help: string): void {
  console.error(`${sentence}\n\n${help}`)
  process.exitCode = 2
}

function failed(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}

const messageOf = (fault: unknown) => (fault instanceof Error ? fault.message : String(fault))

/**
 * Runs a command from start to end: arguments, help, settings, Payload, exit code.
 *
 * The exit code is 0 when done, 1 when it failed, 2 when wrongly used. Whatever it throws is said on standard error:
 * `WrongUse` with the help.
 */
export async function runCommand<O extends Options>(
  { help, options }: CommandText<O>,
  run: (command: Command<O>) => Promise<void> | void,
): Promise<void> {
  let read: ReturnType<typeof readArguments>
  try {
    read = readArguments(options)
  } catch (fault) {
    wronglyUsed(messageOf(fault), help)
    return
  }
  if (read.values.help) {
    console.log(help)
    return
  }

  const isJson = read.values.json === true
  const lines = progressLines(process.stderr)
  let opened: Promise<Payload> | undefined
  const closePayload = async () => {
    const payload = await opened?.catch(() => undefined)
    opened = undefined
    await payload?.destroy()
  }
  const settings = async () => (await import('@/config/settings')).settings()
  try {
    await run({
      values: read.values as Values<O>,
      words: read.words,
      isJson,
      settings,
      payload: () => (opened ??= import('./open-payload').then(({ openPayload }) => openPayload())),
      closePayload,
      say: (line) => {
        lines.end()
        if (!isJson) console.log(line)
      },
      answer: (object) => {
        if (isJson) console.log(JSON.stringify(object))
      },
      progress: lines.show,
      endAsFailed: () => {
        process.exitCode = 1
      },
    })
  } catch (fault) {
    if (fault instanceof WrongUse) wronglyUsed(fault.message, help)
    else failed(messageOf(fault))
  }
  lines.end()
  await closePayload()
}
