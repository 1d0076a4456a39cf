import { Cron } from 'croner'

/** Values that stand in documentation and examples, and so protect nothing. */
const SAMPLE_SECRETS = ['changeme', 'your-secret', 'secret', 'payload-secret', 'YOUR_SECRET_HERE']

/** What is wrong with when issues go out, or null. */
export function scheduleFault(schedule: string): string | null {
  try {
    new Cron(schedule, { timezone: 'Europe/London', paused: true })
  } catch {
    return `BULLETIN_SCHEDULE "${schedule}" is not a cron expression, such as 30 7 * * 5`
  }
  const hour = schedule.trim().split(/\s+/).at(-4)
  return hour === '1'
    ? 'BULLETIN_SCHEDULE must not fall between 01:00 and 01:59: that hour is missing or doubled when the clocks change'
    : null
}

/** Chance makes fewer about once in ten million secrets of 32 hexadecimal figures, the shortest we take. */
const FEWEST_KINDS = 8

/** How many kinds there are in a list. */
const kindsIn = (list: readonly unknown[]): number => new Set(list).size

/** Whether it is something shorter, written again and again, as `1234567890123…` is. */
function isRepeated(secret: string): boolean {
  for (let unit = 1; unit <= secret.length / 2; unit += 1) {
    if (secret === secret.slice(0, unit).repeat(secret.length).slice(0, secret.length)) return true
  }
  return false
}

/** Whether it is easily guessed, however long: of few characters, a run such as `abcdef…`, or a repetition. */
function isMonotonous(secret: string): boolean {
  const codes = Array.from(secret, (character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return kindsIn(codes) < FEWEST_KINDS || kindsIn(steps) < FEWEST_KINDS || isRepeated(secret)
}

const MAKE_ONE = 'make one with: openssl rand -hex 32'

/** What is wrong with a secret, or null. */
export function secretFault(secret: string): string | null {
  if (Buffer.byteLength(secret) < 32) return 'PAYLOAD_SECRET must be at least 32 bytes long'
  if (SAMPLE_SECRETS.some((sample) => secret.toLowerCase().includes(sample.toLowerCase()))) {
    return `PAYLOAD_SECRET contains a well-known sample value; ${MAKE_ONE}`
  }
  return isMonotonous(secret)
    ? `PAYLOAD_SECRET is too easily guessed: it repeats itself or has too few different characters; ${MAKE_ONE}`
    : null
}
