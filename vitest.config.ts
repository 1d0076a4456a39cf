import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

const alias = {
  '@payload-config': path.join(root, 'payload.config.ts'),
  '@collections': path.join(root, 'collections'),
  '@templates': path.join(root, 'templates'),
  '@': path.join(root, 'src'),
  'server-only': path.join(root, 'tests/support/empty.ts'),
}

const project = (name: string, settings: object) => ({
  resolve: { alias },
  test: {
    name,
    pool: 'forks' as const,
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    ...settings,
  },
})

const onDatabases = (name: string, folder: string) =>
  (['sqlite', 'mongodb'] as const)
    .filter((kind) => kind === 'sqlite' || process.env.TEST_MONGODB_URI)
    .map((kind) =>
      project(`${name} on ${kind}`, {
        include: [`tests/${folder}/**/*.test.ts`],
        provide: { database: kind },
        // A busy machine with two cores and a database that is slow is no fault of a test.
        testTimeout: 300_000,
        hookTimeout: 300_000,
      }),
    )

export default defineConfig({
  test: {
    globalSetup: 'tests/support/leave-no-databases.ts',
    // Vitest leaves one core to itself; the tests wait for databases and mail servers often enough.
    maxWorkers: availableParallelism(),
    projects: [
      project('unit', { include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 60_000 }),
      project('contract', { include: ['tests/contract/**/*.test.ts'], testTimeout: 60_000 }),
      project('architecture', {
        include: ['tests/architecture/**/*.test.ts'],
        testTimeout: 120_000,
      }),
      ...onDatabases('integration', 'integration'),
    ],
  },
})
