import { spawn } from 'node:child_process'
import { childEnvironment } from './command/child-environment'

const HELP = `npm run check    format, lint, types, unit, contract and architecture tests, in two lanes`

type Step = { readonly name: string; readonly command: readonly string[] }
type Result = Step & { readonly code: number; readonly seconds: number; readonly output: string }

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--project=contract']

/** Two lanes, since the lint alone takes as long as all the rest. */
const LANES: readonly (readonly Step[])[] = [
  [
    { name: 'format', command: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
    { name: 'lint', command: ['node_modules/eslint/bin/eslint.js', '.'] },
  ],
  [
    { name: 'types', command: ['node_modules/typescript/bin/tsc', '--noEmit'] },
    { name: 'unit, contract, architecture', command: [...VITEST, '--project=architecture'] },
  ],
]

function run(step: Step): Promise<Result> {
  const started = performance.now()
  const child = spawn(process.execPath, step.command, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment({ NODE_ENV: 'test' }),
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve) => {
    child.once('close', (code) => {
      const seconds = (performance.now() - started) / 1000
      resolve({ ...step, code: code ?? 1, seconds, output })
    })
  })
}

async function runLane(steps: readonly Step[]): Promise<Result[]> {
  const results: Result[] = []
  for (const step of steps) {
    const result = await run(step)
    const verdict = result.code === 0 ? 'good' : 'FAILED'
    console.log(`${verdict.padEnd(7)} ${step.name.padEnd(30)} ${result.seconds.toFixed(1)} s`)
    results.push(result)
  }
  return results
}

if (process.argv.includes('--help')) {
  console.log(HELP)
} else {
  const results = (await Promise.all(LANES.map(runLane))).flat()
  for (const { name, output } of results.filter(({ code }) => code !== 0)) {
    console.error(`\n── ${name}\n${output}`)
  }
  process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0
}
