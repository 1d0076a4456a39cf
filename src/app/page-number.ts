/** The page a list was asked for, from 1. Anything else in the address is the first page. */
export function pageNumber(value: string | string[] | undefined): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 1 && number <= 1000 ? number : 1
}
