import { bundleProgram, startCommand } from './bundled-command'
import type { TestPayload } from './test-payload'

/** Publishes a briefing of that title from a process of its own, on the same database. Resolves when it has ended. */
export async function publishElsewhere(
  { settings, dataDir }: TestPayload,
  title: string,
): Promise<void> {
  const program = await bundleProgram('tests/support/publish-program.ts')
  const { code, said } = await startCommand(program, [title], {
    DATA_DIR: dataDir,
    DATABASE_URI: settings.database.uri,
    PAYLOAD_SECRET: settings.secret,
  }).ended
  if (code !== 0) throw new Error(said)
}
