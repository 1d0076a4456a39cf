import { PERIODS, type ReportChoice, type Whose } from './read-report'

export const WHOSE: Record<Whose, string> = {
  readers: 'All readers',
  member: 'Members',
  visitor: 'Visitors',
  lapsed: 'Lapsed members',
  staff: 'Staff',
}

type Asked = Record<string, string | string[] | undefined>

const isWhose = (value: unknown): value is Whose =>
  typeof value === 'string' && Object.hasOwn(WHOSE, value)

/** What the address asks to see; thirty days of all readers where it asks nothing we know. */
export function readChoice({ days, whose }: Asked): ReportChoice {
  return {
    days: PERIODS.find((period) => String(period) === days) ?? 30,
    whose: isWhose(whose) ? whose : 'readers',
  }
}

export const hrefOfChoice = ({ days, whose }: ReportChoice): string =>
  `/admin/searches?days=${days}&whose=${whose}`
