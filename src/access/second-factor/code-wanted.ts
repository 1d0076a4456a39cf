/** The status by which the hook tells the door that the password was right and the code is missing or wrong. */
export const CODE_WANTED = 403

/** That the password was right, and a second factor has to be set up before anything opens. */
export const SET_UP_WANTED = 428

/** That the new password is kept, and signs nobody in by itself. */
export const SIGN_IN_WANTED = 412

export const WRONG_CODE =
  'That code is not right, or was used already. Type the one your app shows now.'
