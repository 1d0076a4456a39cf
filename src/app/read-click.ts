import { z } from 'zod'

const click = z.object({
  rank: z.int().min(1).max(1000),
  briefingId: z.string().regex(/^[\w-]{1,64}$/),
})

const keyedClick = click.extend({ key: z.string().regex(/^[\w-]{24}$/) })

/** A click as the page tells it, or null for anything else. */
export const readClick = (sent: unknown) => click.safeParse(sent).data ?? null

/** As {@link readClick}, with the key of its search. */
export const readKeyedClick = (sent: unknown) => keyedClick.safeParse(sent).data ?? null
