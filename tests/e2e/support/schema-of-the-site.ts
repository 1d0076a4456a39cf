import { bundleProgram, startCommand } from '../../support/bundled-command'
import { site } from './site'

/** A field as a query names it, such as `authors` or `body.root.children.text`. */
export type NamedField = { readonly collection: string; readonly path: string }

/** Every field of every collection. Payload’s configuration is read by a program of its own: it does not load among browser tests. */
export async function schemaOfTheSite(): Promise<readonly NamedField[]> {
  const program = await bundleProgram('tests/support/schema-program.ts')
  const { code, said } = await startCommand(program, [], site().env).ended
  if (code !== 0) throw new Error(said)
  return JSON.parse(said) as NamedField[]
}
