import { QUERY_OPERATORS } from '../../support/query-operators'
import type { SeededRandom } from '../../support/seeded-random'
import { type BadRequest, inAddress, ODD } from './bad-requests'
import type { NamedField } from './schema-of-the-site'

const OPERATORS = [...QUERY_OPERATORS, '__proto__', 'constructor', 'of_no_such_name']

/** What a field of some type takes, or nearly: a day that is none, an id of another kind, a place, a list. */
const NEARLY_RIGHT = [
  '',
  'null',
  'undefined',
  'true',
  '0',
  '9007199254740993',
  '99999999999999999999999',
  '-0.0000001',
  '2026-02-30',
  '2026-11-26T09:00:00Z',
  '275760-09-14T00:00:00Z',
  '-000001-01-01',
  '01999999-9999-7999-8999-99999999999',
  '01999999-9999-7999-8999-999999999999',
  '507f1f77bcf86cd799439011',
  '0,0',
  '0,0,-1,NaN',
  '51.5,-0.1,1e99,1e99',
  ',,,,,,,,',
  '[]',
  '{}',
  '[{"type":"Point"}]',
  '{"type":"Polygon","coordinates":[]}',
  '%',
  '_%\\',
]

const PLACES = ['', '', '', '', '/count', '/versions', '/SLOT', '/versions/SLOT']

/** Where the name of a field (F), an operator (OP) and a value stand in a query. */
const FORMS = [
  'where[F][OP]=VALUE',
  'where[F][OP]=VALUE',
  'where[or][0][F][OP]=VALUE',
  'where[and][0][or][0][F][OP]=VALUE',
  'where[or][0][F][OP]=VALUE&where[or][1][F2][OP2]=VALUE2',
  'where[or][VALUE][F][OP]=VALUE2',
  'where[F][OP][]=VALUE&where[F][OP][]=VALUE2',
  'where[F][OP][VALUE]=VALUE2',
  'where[F]=VALUE',
  'where[F.VALUE][OP]=VALUE2',
  'where[VALUE][OP]=VALUE2',
  'where[version.F][OP]=VALUE',
  'where[and]=VALUE',
  'sort=F',
  'sort=-F&where[F2][OP]=VALUE',
  'sort=F,VALUE',
  'sort=F.VALUE',
  'sort[VALUE]=F',
  'select[F]=VALUE',
  'select[F][VALUE]=true',
  'populate[COLLECTION][F]=VALUE&depth=2',
  'joins[F][where][F2][OP]=VALUE',
  'joins[F][limit]=VALUE',
  'limit=VALUE&where[F][OP]=VALUE2',
  'page=VALUE&limit=VALUE2',
  'depth=VALUE&select[F]=true',
  'pagination=VALUE&sort=F',
  'draft=VALUE&trash=VALUE2&locale=VALUE',
]

/** One question of an officer about a field of the schema, with what no page would ask. */
export function badQuery(random: SeededRandom, schema: readonly NamedField[]): BadRequest {
  const collections = [...new Set(schema.map(({ collection }) => collection))]
  const collection = random.pick(collections)
  const fields = schema.filter((field) => field.collection === collection)
  const value = () => inAddress(random.pick(random.isLikely(0.5) ? NEARLY_RIGHT : ODD))
  const form = random
    .pick(FORMS)
    .replace('COLLECTION', () => random.pick(collections))
    .replace(/\bF2?\b/g, () => random.pick(fields).path)
    .replace(/\bOP2?\b/g, () => random.pick(OPERATORS))
    .replace(/\bVALUE2?\b/g, value)
  const place = random.pick(PLACES).replace('SLOT', value)
  return {
    asker: 'officer',
    path: `/api/${collection}${place}?${form}`,
    method: random.isLikely(0.1) ? 'HEAD' : 'GET',
    headers: {},
  }
}
