const howMany = (count: number, one: string, more: string): string =>
  count === 1 ? `one ${one}` : `${count} ${more}`

/** How many seats of an organisation are in use, and what that means for whoever would join. */
export function seatsInWords(seats: number | null | undefined, inUse: number): string {
  const members = howMany(inUse, 'member has', 'members have')
  const have = `${members.charAt(0).toUpperCase()}${members.slice(1)} a seat`
  if (seats === null || seats === undefined) return `${have}, and any number may join.`
  const free = seats - inUse
  if (free > 0) return `${have} of ${seats}: ${free} more can join.`
  const leavers = 1 - free === 1 ? 'one has left' : `${1 - free} have left`
  return seats === 0
    ? `${have} of none: nobody new can join.`
    : `${have} of ${seats}: nobody new can join until ${leavers}.`
}
