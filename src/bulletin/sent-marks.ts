import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { issueByKey } from './issues'

/** How far an issue was sent from this data folder: the highest fence under which its mail went out. */
type Mark = { readonly issueKey: string; readonly fence: number }

/** A copy from before the newest issues lacks those too: older ones need no mark. */
const MOST_MARKS = 8

/** The marks of what was sent cannot be read, so nobody can say what a database has forgotten. */
export class MarksDamaged extends Error {
  override readonly name = 'MarksDamaged'
}

const fileIn = (dataDir: string): string => path.join(dataDir, 'bulletin-sent.json')

function parsed(content: string, file: string): readonly Mark[] {
  try {
    return JSON.parse(content) as readonly Mark[]
  } catch (cause) {
    throw new MarksDamaged(
      `${file} is damaged. Look at what the last issues were, then move the file away.`,
      { cause },
    )
  }
}

/** Newest first. */
async function readMarks(dataDir: string): Promise<readonly Mark[]> {
  const file = fileIn(dataDir)
  try {
    return parsed(await readFile(file, 'utf8'), file)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return []
    throw fault
  }
}

/** The file holds the old marks or the new ones, whatever happens in between. */
async function writeMarks(dataDir: string, marks: readonly Mark[]): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  const file = fileIn(dataDir)
  const handle = await open(`${file}.part`, 'w', 0o600)
  try {
    await handle.writeFile(JSON.stringify(marks.slice(0, MOST_MARKS)))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.part`, file)
}

/** Notes beside the database that an issue is being sent. Called before its first mail. Safe to repeat. */
export async function markSending(dataDir: string, mark: Mark): Promise<void> {
  const others = (await readMarks(dataDir)).filter(({ issueKey }) => issueKey !== mark.issueKey)
  await writeMarks(dataDir, [mark, ...others])
}

/**
 * Issues that were sent from this folder further than the database knows: it is a copy from before.
 *
 * Each run of an issue has a higher fence than the one before, so a database that was not put back is never behind
 * (docs/decisions/013-restored-databases.md).
 *
 * @throws {MarksDamaged}
 */
export async function forgottenIssues(payload: Payload, dataDir: string): Promise<string[]> {
  const forgotten: string[] = []
  for (const { issueKey, fence } of await readMarks(dataDir)) {
    const issue = await issueByKey(payload, issueKey)
    if (!issue || issue.fence < fence) forgotten.push(issueKey)
  }
  return forgotten.sort()
}

/** Takes the database's word on these issues from now on: a person has looked. Safe to repeat. */
export async function forgetMarks(dataDir: string, issueKeys: readonly string[]): Promise<void> {
  const marks = await readMarks(dataDir)
  await writeMarks(
    dataDir,
    marks.filter(({ issueKey }) => !issueKeys.includes(issueKey)),
  )
}
