/** A green square of sixteen pixels, as PNG. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAAEElEQVR4nGPg8LKDIwbiOADm1AkBJ32DAwAAAABJRU5ErkJggg==',
  'base64',
)
