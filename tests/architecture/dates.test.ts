import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { nobodyReads } from '@/access/rules'
import { collections } from '../../collections'

type Nest = { fields?: Field[]; tabs?: { fields: Field[] }[] }

/** Names of dates that the desk shows as Payload shows them unasked: the month first, or no time. */
function leftToPayload(field: Field): string[] {
  const { admin, access } = field as { admin?: { hidden?: unknown }; access?: { read?: unknown } }
  if (admin?.hidden === true || access?.read === nobodyReads) return []
  if (field.type === 'date') return field.admin?.date?.displayFormat ? [] : [field.name]
  const { fields = [], tabs = [] } = field as Nest
  return [...fields, ...tabs.flatMap((tab) => tab.fields)].flatMap(leftToPayload)
}

it('shows every date at the desk as people in Britain write it', () => {
  const found = collections('data')
    .filter(({ admin }) => admin?.hidden !== true)
    .flatMap(({ slug, fields }) => fields.flatMap(leftToPayload).map((name) => `${slug}.${name}`))

  expect(found).toEqual([])
})
