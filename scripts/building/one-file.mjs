/** Makes single files of programs of this project. In JavaScript, since it is what starts the others. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Packages with native parts, or that load their own files. */
const LEFT_OUTSIDE = [
  'esbuild',
  'libsql',
  '@libsql/*',
  'sharp',
  'drizzle-kit',
  'pino',
  'pino-pretty',
  'undici',
  'mongoose',
  'mongodb',
]

/** What stands for the place of a module. */
const PLACE = '$writtenAt'

const COMMONJS_NAMES = [
  "import { createRequire as $createRequire } from 'node:module'",
  "import { fileURLToPath as $fileURLToPath } from 'node:url'",
  'const require = $createRequire(import.meta.url)',
  'const __filename = $fileURLToPath(import.meta.url)',
  "const __dirname = $fileURLToPath(new URL('.', import.meta.url))",
  // Of packages: where the one file lies. No name of its own, which one of a module could bear too.
  `globalThis.${PLACE} = import.meta.url`,
].join('\n')

/** Leaves each file of ours where it was written, for what it looks for beside itself. */
const whereItWasWritten = {
  name: 'where-it-was-written',
  setup: (/** @type {import('esbuild').PluginBuild} */ { onLoad }) => {
    onLoad({ filter: /\.(tsx?|mjs)$/ }, async ({ path: file }) => {
      if (file.includes('node_modules')) return undefined
      const text = await readFile(file, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      return {
        contents: `const ${PLACE} = ${JSON.stringify(pathToFileURL(file).href)}\n${text}`,
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      }
    })
  },
}

/**
 * Makes one file of each source, which has to lie below the project to find its packages.
 *
 * @param {readonly string[]} sources from the root of the project
 * @param {{ outdir: string } | { outfile: string }} where
 * @returns what they were made of, from the root of the project
 */
export async function makeOneFile(sources, where) {
  const { metafile } = await build({
    ...where,
    absWorkingDir: ROOT,
    entryPoints: [...sources],
    outExtension: 'outdir' in where ? { '.js': '.mjs' } : undefined,
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['node', 'import'],
    external: LEFT_OUTSIDE,
    loader: { '.css': 'empty', '.scss': 'empty' },
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': PLACE },
    banner: { js: COMMONJS_NAMES },
    plugins: [whereItWasWritten],
    logLevel: 'error',
    // The program that builds would stay, with half a gigabyte, for as long as what it built runs.
  }).finally(stop)
  return Object.keys(metafile.inputs)
}
