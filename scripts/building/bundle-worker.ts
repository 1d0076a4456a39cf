import path from 'node:path'
import { build } from 'esbuild'
import { PROJECT_ROOT } from './project-root'

export const WORKER_BUNDLE = path.join(PROJECT_ROOT, 'dist/worker.mjs')

/** Packages with native parts, or that load their own files. */
const LEFT_OUTSIDE = [
  'libsql',
  'sharp',
  'drizzle-kit',
  'pino',
  'pino-pretty',
  'undici',
  'mongoose',
  'mongodb',
]

const COMMONJS_NAMES = [
  "import { createRequire as $createRequire } from 'node:module'",
  "import { fileURLToPath as $fileURLToPath } from 'node:url'",
  'const require = $createRequire(import.meta.url)',
  'const __filename = $fileURLToPath(import.meta.url)',
  "const __dirname = $fileURLToPath(new URL('.', import.meta.url))",
].join('\n')

/**
 * Bundles the worker into one file, which starts in a second.
 *
 * Run as separate modules, it ended in silence at up to 80 % of starts (docs/decisions/001-stack.md).
 */
export async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [path.join(PROJECT_ROOT, 'scripts/worker.ts')],
    outfile: WORKER_BUNDLE,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['node', 'import'],
    external: LEFT_OUTSIDE,
    loader: { '.css': 'empty', '.scss': 'empty' },
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: COMMONJS_NAMES },
    logLevel: 'error',
  })
}
