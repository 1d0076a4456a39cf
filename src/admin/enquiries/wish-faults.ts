/** What membership an enquiry is to become, as it stands in the fields. */
export type Wish = {
  readonly kind: string
  readonly from: string
  readonly to: string
  readonly seats: string
}

export type WishFaults = Partial<Record<keyof Wish, string>>

const MOST_SEATS = 100_000

function faultOfSeats(seats: string): string | null {
  if (seats === '') return null
  const number = Number(seats)
  return Number.isInteger(number) && number >= 1 && number <= MOST_SEATS
    ? null
    : 'Give the seats as a whole number from 1 to 100,000, or leave them empty for any number.'
}

function faultOfLastDay({ from, to }: Wish): string | null {
  if (to === '') return 'Give the last day of membership.'
  return from !== '' && to < from ? 'The membership would end before it begins.' : null
}

/** What must be mended before an organisation can be made, by field. Empty when nothing must. */
export function faultsOfWish(wish: Wish): WishFaults {
  const seats = faultOfSeats(wish.seats)
  const to = faultOfLastDay(wish)
  return {
    ...(wish.from === '' ? { from: 'Give the first day of membership.' } : {}),
    ...(to ? { to } : {}),
    ...(seats ? { seats } : {}),
  }
}
