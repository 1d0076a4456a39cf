import { AlignmentType, LevelFormat } from 'docx'
import type { LexicalNode } from '@/lib/lexical/nodes'

const DEEPEST_LIST = 8
const BULLETS = ['•', '◦', '▪']
const INDENT = 360
/** Word counts no further. */
const LARGEST_START = 32_767

type Begins = { readonly level: number; readonly start: number }

const definition = (reference: string, isNumbered: boolean, begins: Begins | null = null) => ({
  reference,
  levels: Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => ({
    level,
    format: isNumbered ? LevelFormat.DECIMAL : LevelFormat.BULLET,
    text: isNumbered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] ?? '•'),
    alignment: AlignmentType.START,
    ...(begins?.level === level ? { start: begins.start } : {}),
    style: { paragraph: { indent: { left: INDENT * (level + 2), hanging: INDENT } } },
  })),
})

/** What a paragraph names its list by. */
export type ListName = {
  readonly reference: string
  readonly instance: number
  readonly level: number
}

export const BULLETED: ListName = { reference: 'bullets', instance: 0, level: 0 }

const startOf = ({ start }: LexicalNode): number =>
  typeof start === 'number' && Number.isInteger(start) && start >= 0 && start <= LARGEST_START
    ? start
    : 1

/**
 * The lists of a Word file. Word counts all that share a definition as one, and lets an instance set the number of its outermost
 * level alone: so a list within another, or one that does not begin at 1, is given a definition of its own.
 */
export class WordLists {
  private instances = 0
  private readonly definitions = [definition('bullets', false), definition('numbers', true)]

  /** A numbered list from 1. */
  numbered(): ListName {
    this.instances += 1
    return { reference: 'numbers', instance: this.instances, level: 0 }
  }

  /** @param depth the lists around it. */
  nameFor(list: LexicalNode, depth: number): ListName {
    const level = Math.min(depth, DEEPEST_LIST)
    if (list.listType !== 'number') return { ...BULLETED, level }
    const start = startOf(list)
    if (level === 0 && start === 1) return this.numbered()
    const reference = `numbers-${this.definitions.length}`
    this.definitions.push(definition(reference, true, { level, start }))
    return { reference, instance: 0, level }
  }

  /** Every definition that was named so far. */
  config() {
    return this.definitions
  }
}
