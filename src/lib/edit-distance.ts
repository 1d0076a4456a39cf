/**
 * Letters to insert, drop, change or swap with a neighbour to turn `a` into `b`, or `most + 1` where it takes more.
 *
 * Optimal string alignment (Damerau 1964, restricted: no letter is touched twice).
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, row, last, beforeLast)
    if (Math.min(...current) > most) return most + 1
    beforeLast = last
    last = current
  }
  return Math.min(last[b.length] ?? most + 1, most + 1)
}

function nextRow(a: string, b: string, row: number, last: number[], beforeLast: number[]) {
  const at = (cells: number[], column: number) => cells[column] ?? Infinity
  const current = [row]
  for (let column = 1; column <= b.length; column += 1) {
    const isSame = a[row - 1] === b[column - 1]
    const isSwapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
    current[column] = Math.min(
      at(current, column - 1) + 1,
      at(last, column) + 1,
      at(last, column - 1) + (isSame ? 0 : 1),
      row > 1 && column > 1 && isSwapped ? at(beforeLast, column - 2) + 1 : Infinity,
    )
  }
  return current
}
