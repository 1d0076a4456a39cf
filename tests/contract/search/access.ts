import { beforeEach, expect, it } from 'vitest'
import type { SearchRequest } from '@/search/search-request'
import { searchDocument, searchRequest } from '../../support/search-documents'
import type { EngineUnderTest } from '../search-engine.contract'

const NONSENSE = 'qwxzyvvk'

const withMemberText = (text: string) => [
  searchDocument({
    id: 'one',
    title: 'Rough sleeping counts',
    summary: 'How rough sleeping is counted.',
    passages: [{ heading: 'Hidden heading', anchor: 'hidden', text }],
  }),
  searchDocument({
    id: 'two',
    title: 'Rough sleeping and health',
    summary: 'Rough sleeping harms health.',
    passages: [{ heading: 'More', anchor: 'more', text: 'Plain words about rough sleeping.' }],
  }),
]

/** A visitor's search knows the public part alone. */
export function accessPromises({ engine, openAnother }: EngineUnderTest): void {
  const asVisitor = (typed: string, rest: Partial<SearchRequest> = {}) =>
    engine().search('public', { ...searchRequest(typed), ...rest })
  beforeEach(() => engine().put(withMemberText('The zephyrine protocol was tried in Camden.')))

  it('finds a member’s word for members', async () => {
    const { hits } = await engine().search('members', searchRequest('zephyrine'))
    expect(hits).toMatchObject([{ id: 'one', anchor: '#hidden' }])
  })

  it.each(['zephyrine', '"zephyrine protocol"', 'zephyr', 'zephirine', 'hidden heading'])(
    'answers a visitor’s %j as it answers nonsense',
    async (typed) => {
      const { suggestion, ...answer } = await asVisitor(typed)
      const { suggestion: none, ...nothing } = await asVisitor(NONSENSE)
      expect(answer).toEqual(nothing)
      expect([suggestion, none]).toEqual([null, null])
    },
  )

  it('does not tell by exclusion whether a word stands in a member’s text', async () => {
    const without = await asVisitor('rough -zephyrine')
    expect(without.total).toBe((await asVisitor(`rough -${NONSENSE}`)).total)
  })

  it('shows a visitor the summary alone, and no place in the text', async () => {
    const { hits } = await asVisitor('rough sleeping')
    expect(hits.map(({ anchor }) => anchor)).toEqual([null, null])
    const shown = hits.flatMap(({ snippet }) => snippet.map(({ text }) => text)).join('')
    expect(shown).toContain('How rough sleeping is counted.')
    expect(shown).not.toContain('Plain words')
  })

  it('orders a visitor’s results alike, whatever the member text', async () => {
    const order = async () => (await asVisitor('rough sleeping counts')).hits
    const before = await order()
    await engine().put(withMemberText('rough sleeping counts '.repeat(200)))
    expect(await order()).toEqual(before)
  })

  it('suggests nothing from member text, to anyone who types', async () => {
    expect(await engine().suggest('public', 'zeph', 8)).toEqual([])
    expect(await engine().suggest('members', 'zeph', 8)).toEqual([])
  })

  it('forgets member text for visitors and members alike when it is removed', async () => {
    await engine().remove(['one'])
    const other = await openAnother()
    expect((await other.search('members', searchRequest('zephyrine'))).total).toBe(0)
    expect((await other.search('members', searchRequest('zephirine'))).suggestion).toBeNull()
    expect((await other.search('public', searchRequest('counts'))).total).toBe(0)
  })
}
