import type { SendOutcome } from './mailer'

/** What an SMTP client says of a message that was not accepted. */
export type SmtpFault = {
  readonly message: string
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

const ENHANCED_CODE = /^[45]\d\d[ -](\d\.\d{1,3}\.\d{1,3})/

/** Said of this message, and not of the whole connection or of who is sending. */
const isAboutMessage = ({ code, command }: SmtpFault): boolean =>
  code === 'EMESSAGE' || (code === 'EENVELOPE' && command !== 'MAIL FROM')

/** Said of who is sending, for good: a wrong password, or a sender that may not write. */
const isAboutUs = ({ code, command, responseCode = 0 }: SmtpFault): boolean =>
  responseCode >= 500 && (code === 'EAUTH' || (code === 'EENVELOPE' && command === 'MAIL FROM'))

/**
 * What an error of the SMTP conversation means for its message.
 *
 * A reply of the server is a definite no, even after the body. Without one it matters whether the body had begun: if
 * not, nothing was handed over; if so, nobody can know (RFC 1047).
 */
export function toSendOutcome(fault: SmtpFault, bodyBegun: boolean): SendOutcome {
  const { responseCode = 0, response = fault.message } = fault
  if (responseCode < 400) {
    return { state: bodyBegun ? 'uncertain' : 'unreached', reason: fault.message }
  }
  const closesConnection = responseCode === 421 && !bodyBegun
  if (closesConnection || !isAboutMessage(fault)) {
    return { state: 'unreached', reason: response, ...(isAboutUs(fault) ? { isOurs: true } : {}) }
  }
  return {
    state: responseCode >= 500 ? 'refused' : 'deferred',
    code: responseCode,
    enhancedCode: ENHANCED_CODE.exec(response)?.[1],
    reply: response,
  }
}
