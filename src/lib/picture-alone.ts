import sharp from 'sharp'
import { isBarePicture } from './bare-picture'

const MOST_PIXELS = 50_000_000

/**
 * A PNG, JPEG or WebP picture, decoded and written anew, so that nothing stays in it but the picture. One that holds nothing else
 * already stays as it is: writing it anew would only blur it. So the same again changes nothing.
 *
 * @throws {Error} when it cannot be read, or unpacks to more than fifty million pixels.
 */
export async function pictureAlone(file: Buffer): Promise<Buffer> {
  const anew = await sharp(file, { limitInputPixels: MOST_PIXELS }).rotate().toBuffer()
  return isBarePicture(file) ? file : anew
}
