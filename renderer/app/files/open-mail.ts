/** Opens a link to a mail in the system's mail program. The desktop hands on what would be a new window, after it has looked at it. */
export function openMail(link: string): void {
  const anchor = document.createElement('a')
  anchor.href = link
  anchor.target = '_blank'
  anchor.rel = 'noopener'
  document.body.append(anchor)
  anchor.click()
  anchor.remove()
}
