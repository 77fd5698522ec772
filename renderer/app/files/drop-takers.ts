let takers = 0

/** Something on the screen takes files that are dropped on the window, until the returned function is called. */
export function takeDrops(): () => void {
  takers += 1
  return () => void (takers -= 1)
}

/** Whether the screen takes dropped files itself. */
export function areDropsTaken(): boolean {
  return takers > 0
}
