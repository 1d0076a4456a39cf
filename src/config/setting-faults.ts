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

/** What is wrong with a secret, or null. */
export function secretFault(secret: string): string | null {
  if (Buffer.byteLength(secret) < 32) return 'PAYLOAD_SECRET must be at least 32 bytes long'
  return SAMPLE_SECRETS.some((sample) => secret.toLowerCase().includes(sample.toLowerCase()))
    ? 'PAYLOAD_SECRET contains a well-known sample value; make one with: openssl rand -hex 32'
    : null
}
