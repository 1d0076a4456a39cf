import type { Mark } from './marks'

/**
 * Everybody the audit walks as, in the order of its columns. The holder of a colleague's pass is a visitor who reads one
 * briefing (docs/decisions/028-colleague-pass.md).
 */
export const PERSONAS = [
  'anonymous',
  'lapsed',
  'pass-holder',
  'other-member',
  'member',
  'officer',
  'administrator',
] as const

export type PersonaName = (typeof PERSONAS)[number]

export type Persona = {
  readonly name: PersonaName
  /** The cookie of a browser that is signed in, or an empty text. */
  readonly cookie: string
}

const READS_MEMBER_TEXT = new Set<PersonaName>([
  'other-member',
  'member',
  'officer',
  'administrator',
])

export const isStaff = (name: PersonaName): boolean =>
  name === 'officer' || name === 'administrator'

/** Whether meeting a mark is as it should be. */
export function maySee(
  name: PersonaName,
  { audience, owner }: Pick<Mark, 'audience' | 'owner'>,
): boolean {
  if (audience === 'public') return true
  if (audience === 'members') return READS_MEMBER_TEXT.has(name) || owner === name
  if (audience === 'staff') return isStaff(name)
  if (audience === 'administrators') return name === 'administrator'
  if (audience === 'own') return isStaff(name) || owner === name
  return audience === 'owner alone' && owner === name
}
