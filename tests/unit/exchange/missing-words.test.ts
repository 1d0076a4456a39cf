import { expect, it } from 'vitest'
import { missingWords } from '@/exchange/missing-words'

const part = (content: string) =>
  `<?xml version="1.0"?><w:document><w:body>${content}</w:body></w:document>`
const p = (content: string, mark = '') =>
  `<w:p><w:pPr><w:rPr>${mark}</w:rPr></w:pPr>${content}</w:p>`
const r = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

it('names the words that were not brought over, as often as they are missing', () => {
  const text = part(p(r('One and two and three')))

  expect(missingWords([text], 'One and two and three')).toEqual([])
  expect(missingWords([text], 'One two and')).toEqual(['and', 'three'])
})

it('misses no word that a tracked change struck out or moved away', () => {
  const text = part(
    p(`${r('Kept')}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`) +
      p(`<w:moveFrom>${r('elsewhere')}</w:moveFrom><w:moveTo>${r('moved')}</w:moveTo>`),
  )

  expect(missingWords([text], 'Kept moved')).toEqual([])
})

it('joins a paragraph whose end was struck out to the next', () => {
  expect(missingWords([part(p(r('be'), '<w:del/>') + p(r('fore')))], 'before')).toEqual([])
})

it('reads a word through the runs it is made of, and parts words at breaks and cells', () => {
  const text = part(p(`${r('be')}${r('fore')}<w:r><w:br/><w:t>af&amp;ter</w:t></w:r>`))

  expect(missingWords([text], 'before af&ter')).toEqual([])
})

it('counts what stands a second time for older programs once', () => {
  const box = `<mc:AlternateContent><mc:Choice>${r('Boxed')}</mc:Choice><mc:Fallback>${r('Boxed')}</mc:Fallback></mc:AlternateContent>`

  expect(missingWords([part(p(box))], 'Boxed')).toEqual([])
})
