import { notFound } from 'next/navigation'

/** Addresses that no route answers, so that they are told so within the frame of the site. */
export default function Lost() {
  notFound()
}
