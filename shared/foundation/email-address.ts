const LONGEST = 254
/** Without the signs that part addresses, or that begin something else in a link to one. */
const ADDRESS = /^[^\s@,;:<>()[\]\\"?&%]{1,64}@[^\s@,;:<>()[\]\\"?&%.]+(?:\.[^\s@,;:<>()[\]\\"?&%.]+)*$/u

/** Whether a text is one address of somebody, and nothing else. */
export function isEmailAddress(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are read differently by different programs
  return text.length <= LONGEST && ADDRESS.test(text) && !/[\u0000-\u001f\u007f-\u009f]/u.test(text)
}
