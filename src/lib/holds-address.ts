/** Whether a name carries an address of the web or of e-mail: mail that greets by it would advertise what it leads to. */
export const holdsAddress = (name: string): boolean => /:\/\/|www\.|\S@\S/i.test(name)
