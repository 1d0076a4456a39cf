import path from 'node:path'
import { build } from 'esbuild'
import { PROJECT_ROOT } from './project-root'

const DIST = path.join(PROJECT_ROOT, 'dist')

export const WORKER_BUNDLE = path.join(DIST, 'worker.mjs')

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
 * Bundles what runs beside the site, each into one file: the worker, which starts in a second, and the thread that
 * searches a large archive.
 *
 * Run as separate modules, the worker ended in silence at up to 80 % of starts (docs/decisions/001-stack.md).
 *
 * @param folder where the bundles go; the site looks for them in `dist`
 */
export async function bundleWorker(folder = DIST): Promise<void> {
  await build({
    entryPoints: ['worker', 'search-thread'].map((name) =>
      path.join(PROJECT_ROOT, `scripts/${name}.ts`),
    ),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
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
