/** Does the work of every item, `width` of them at a time, in their order, until it is enough. */
export async function inTurns<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
  isEnough: () => boolean = () => false,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of queue) {
        if (isEnough()) return
        await work(item)
      }
    }),
  )
}
